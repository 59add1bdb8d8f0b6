using System.Reflection;
using System.Xml.Linq;

namespace Puskesos.Tests.Rules;

public sealed class StepRulesTests
{
    [Fact]
    public void Every_step_has_a_class_a_text_and_a_transcript()
    {
        var core = Assembly.Load("Puskesos.Core");
        var steps = core.GetType("Puskesos.Core.Conversations.Step");
        if (steps is null) Assert.Skip("core/Conversations has no Step yet");
        var classes = core.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("Puskesos.Core.Conversations.Steps", StringComparison.Ordinal) == true)
            .Select(type => type.Name);
        var keys = SourceTree.Files("core/Texts", ".resx").SelectMany(file => XDocument.Parse(file.Text).Descendants("data"))
            .Select(data => data.Attribute("name")?.Value ?? "");
        var transcripts = SourceTree.Files("tests/Journeys", ".chat.txt").Select(file => file.Text);

        Broken.Nowhere(StepRules.Missing(Enum.GetNames(steps), classes.ToHashSet(), keys.ToHashSet(), [.. transcripts]));
    }

    [Fact]
    public void A_step_that_lacks_something_is_found()
    {
        var missing = StepRules.Missing(
            ["AskVillage", "AskName", "AskPhone"],
            classes: new HashSet<string> { "AskVillage", "AskName" },
            textKeys: new HashSet<string> { "AskVillage_Question", "AskPhone_Question" },
            transcripts: ["# AskName is only mentioned\n> AskName\n= AskVillage\n", "= AskPhone (again)"]);

        Assert.Equal(
        [
            "AskName has no text AskName_Question",
            "AskName waits in no transcript of tests/Journeys",
            "AskPhone has no class in core/Conversations/Steps",
        ], missing);
    }
}
