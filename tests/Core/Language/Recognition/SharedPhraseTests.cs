using System.Globalization;
using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Recognition;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Recognition;

/// <summary>The independent phrases that lie beside the repository, with the gates of the language issue.</summary>
public sealed class SharedPhraseTests
{
    private static readonly IndonesianRecognizer Recognizer = new();

    [Fact]
    public void Numbers_reach_the_gate()
    {
        var score = new Score("numbers", 0.98);

        foreach (var row in SharedCases.Read("numbers.tsv"))
        {
            var found = Recognizer.GetNumberModel().Parse(row["phrase"]);
            var read = string.Join(' ', found.Select(result => result.Resolution[ResolutionKey.Value]));
            score.Count(read == row["value"], $"{row["phrase"]}: {read}, should be {row["value"]}");
        }

        score.MustReachTheGate();
    }

    [Fact]
    public void Ordinals_reach_the_gate()
    {
        var score = new Score("ordinals", 0.98);

        foreach (var row in SharedCases.Read("ordinals.tsv"))
        {
            var found = Recognizer.GetOrdinalModel().Parse(row["phrase"]);
            var read = string.Join(' ', found.Select(result => result.Resolution[ResolutionKey.Value]));
            score.Count(read == row["value"] && (found.Count == 0 || Recognizer.GetNumberModel().Parse(row["phrase"]).Count == 0), $"{row["phrase"]}: {read}");
        }

        score.MustReachTheGate();
    }

    [Fact]
    public void Money_reaches_the_gate()
    {
        var score = new Score("money", 0.95);

        foreach (var row in SharedCases.Read("money.tsv"))
        {
            var found = Recognizer.GetCurrencyModel().Parse(row["text"]);
            var read = found.Count == 1 ? Amount(found[0], row["kind"]) : "";
            var expected = $"{row["value_or_min"]}|{row["max"]}";
            score.Count(read == expected && found[0].Text == row["surface"], $"{row["text"]}: {read} in '{(found.Count > 0 ? found[0].Text : "")}', should be {expected}");
        }

        score.MustReachTheGate();
    }

    [Fact]
    public void Dates_reach_the_gate()
    {
        var score = new Score("dates", 0.93);

        foreach (var row in SharedCases.Read("dates.tsv"))
        {
            var reference = DateTime.Parse(row["reference"], CultureInfo.InvariantCulture);
            var found = DateTimeModel.Parse(row["text"], reference);
            var read = string.Join(' ', found.Select(result => $"{result.TypeName[11..]} {(row["type"] == "datetime" ? Moment(result) : Timex(result))}"));
            var expected = row["type"] == "none" ? "" : $"{row["type"]} {(row["type"] == "datetime" ? Moment(row["value"]) : row["value"])}";
            score.Count(read == expected, $"{row["text"]} ({row["reference"]}): {read}, should be {expected}");
        }

        score.MustReachTheGate();
    }

    private static string Amount(ModelResult result, string kind) => kind == "simple"
        ? $"{result.Resolution.GetValueOrDefault(ResolutionKey.Value)}|"
        : $"{result.Resolution.GetValueOrDefault("start")}|{result.Resolution.GetValueOrDefault("end")}";

    private static string Moment(ModelResult result) => Moment(((List<Dictionary<string, string>>)result.Resolution[ResolutionKey.ValueSet])[0]["value"]);

    private static string Moment(string written) => DateTime.Parse(written, CultureInfo.InvariantCulture).ToString("s", CultureInfo.InvariantCulture);

    private static string Timex(ModelResult result) => ((List<Dictionary<string, string>>)result.Resolution[ResolutionKey.ValueSet])[0]["timex"];
}
