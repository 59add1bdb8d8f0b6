using System.Reflection;

namespace Puskesos.Tests.Rules;

public sealed class SettingsRulesTests
{
    [Fact]
    public void Every_setting_is_in_an_appsettings_file()
    {
        var options = new[] { "Puskesos.Core", "Puskesos.Bot", "Puskesos.Admin" }.SelectMany(name => SettingsRules.OptionsOf(Assembly.Load(name)));
        var files = new[] { "bot", "admin" }.SelectMany(folder => SourceTree.Files(folder, "/appsettings.json"));

        Broken.Nowhere(SettingsRules.Missing(options, files.Select(file => file.Text)));
    }

    [Fact]
    public void A_setting_that_is_nowhere_is_found()
    {
        const string Json = """{ "Sample": { "Known": "" /* told */, "Inner": { "Deep": 1 } }, "Twilio": { } }""";

        var missing = SettingsRules.Missing([typeof(SampleOptions), typeof(OtherOptions)], [Json]);

        Assert.Equal(["Sample:Forgotten is in no appsettings.json", "Sample:Inner:Deeper is in no appsettings.json", "Twilio:Sid is in no appsettings.json"], missing);
    }

    private sealed class SampleOptions
    {
        public string Known { get; init; } = "";

        public string Forgotten { get; set; } = "";

        public InnerOptions Inner { get; init; } = new();

        public string Computed => Known;
    }

    private sealed class InnerOptions
    {
        public int Deep { get; init; }

        public int Deeper { get; init; }
    }

    private sealed class OtherOptions
    {
        public const string Section = "Twilio";

        public string Sid { get; init; } = "";
    }
}
