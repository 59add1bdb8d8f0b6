using System.Globalization;
using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Dates;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>
/// Dates, periods, clock times and durations; resolution: values, each with timex, type and value or start and exclusive end.
/// A day or month without its year has two values, the likelier first.
/// </summary>
public sealed class DateTimeModel(TimeProvider? clock = null) : IndonesianModel("datetime")
{
    /// <summary>The entities as seen from now; a model that was made without a clock must be told the reference time.</summary>
    public override List<ModelResult> Parse(WrittenText text) =>
        Parse(text, clock?.GetLocalNow().DateTime ?? throw new InvalidOperationException("This model has no clock: name the reference time."));

    /// <summary>The entities as seen from a given local time.</summary>
    public static List<ModelResult> Parse(string query, DateTime reference) => Parse(TextNormaliser.Read(query), reference);

    /// <summary>The entities of a message that is cut into tokens already.</summary>
    public static List<ModelResult> Parse(WrittenText text, DateTime reference) => Results(text, TimeScanner.Find(text, reference));

    internal static List<ModelResult> Results(WrittenText text, List<TimeFinding> found)
    {
        var results = new List<ModelResult>(found.Count);
        foreach (var finding in found)
        {
            var type = TypeOf(finding.Kind);
            var values = new List<Dictionary<string, string>>(2);
            foreach (var value in finding.Values)
                values.Add(Value(finding, type, value));
            results.Add(Result(text, finding.First, finding.Last, "datetimeV2." + type, (ResolutionKey.ValueSet, values)));
        }
        return results;
    }

    private static string TypeOf(TimeKind kind) => kind switch
    {
        TimeKind.Date => "date",
        TimeKind.DateRange => "daterange",
        TimeKind.Time => "time",
        TimeKind.TimeRange => "timerange",
        TimeKind.DateTime => "datetime",
        _ => "duration",
    };

    private static Dictionary<string, string> Value(TimeFinding finding, string type, TimeValue value)
    {
        var entry = new Dictionary<string, string> { ["timex"] = finding.Timex, [ResolutionKey.Type] = type };
        var format = finding.Kind switch { TimeKind.Date or TimeKind.DateRange => "yyyy-MM-dd", TimeKind.Time or TimeKind.TimeRange => "HH:mm:ss", _ => "yyyy-MM-dd HH:mm:ss" };
        if (finding.Kind == TimeKind.Duration)
            entry[ResolutionKey.Value] = value.Length.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        else if (value.End is { } end)
        {
            entry["start"] = value.Start.ToString(format, CultureInfo.InvariantCulture);
            entry["end"] = end.ToString(format, CultureInfo.InvariantCulture);
        }
        else
            entry[ResolutionKey.Value] = value.Start.ToString(format, CultureInfo.InvariantCulture);
        return entry;
    }
}
