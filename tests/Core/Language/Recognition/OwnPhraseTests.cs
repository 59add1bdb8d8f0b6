using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Recognition;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Recognition;

/// <summary>Our own phrases for the traps of money, numbers, ordinals and dates, seen from Thursday 12 November 2026, nine o'clock.</summary>
public sealed class OwnPhraseTests
{
    private static readonly DateTime Now = new(2026, 11, 12, 9, 0, 0, DateTimeKind.Unspecified);
    private static readonly IndonesianRecognizer Recognizer = new();

    [Fact]
    public void Money_is_read()
    {
        Check("money", 0.98, row =>
        {
            var found = Recognizer.GetCurrencyModel().Parse(row["text"]);
            return (found.Count == 0 ? "" : string.Join(' ', found.Select(Amount)) + "|" + found[0].Text, row["value"].Length == 0 ? "" : $"{row["value"]}|{row["surface"]}");
        });
    }

    [Fact]
    public void Numbers_are_read()
    {
        Check("numbers", 0.98, row => (string.Join(' ', Recognizer.GetNumberModel().Parse(row["text"]).Select(result => result.Resolution[ResolutionKey.Value])), row["value"]));
    }

    [Fact]
    public void Ordinals_are_read()
    {
        Check("ordinals", 0.98, row => (string.Join(' ', Recognizer.GetOrdinalModel().Parse(row["text"]).Select(result => result.Resolution[ResolutionKey.Value])), row["value"]));
    }

    [Fact]
    public void Dates_are_read()
    {
        Check("dates", 0.98, row => (string.Join(' ', DateTimeModel.Parse(row["text"], Now).Select(Time)), row["found"]));
    }

    private static void Check(string kind, double gate, Func<IReadOnlyDictionary<string, string>, (string Read, string Expected)> read)
    {
        var score = new Score("own " + kind, gate);

        foreach (var row in SharedCases.Parse(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Core", "Language", "Data", kind + ".tsv"))))
        {
            var (found, expected) = read(row);
            score.Count(found == expected, $"{row["text"]}: '{found}', should be '{expected}'");
        }

        score.MustReachTheGate();
    }

    private static string Amount(ModelResult result) => result.Resolution.TryGetValue(ResolutionKey.Value, out var value) ? (string)value
        : $"{result.Resolution.GetValueOrDefault("start")}-{result.Resolution.GetValueOrDefault("end")}";

    private static string Time(ModelResult result)
    {
        var values = (List<Dictionary<string, string>>)result.Resolution[ResolutionKey.ValueSet];
        return $"{result.TypeName[11..]} {values[0]["timex"]} {string.Join(' ', values.Select(value => value.TryGetValue("start", out var start) ? $"{start}/{value["end"]}" : value["value"]))}";
    }
}
