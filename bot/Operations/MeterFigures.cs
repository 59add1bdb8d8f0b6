using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Puskesos.Bot.Operations;

/// <summary>What the process counts itself (meters named Puskesos.*), as Prometheus text: refused and parked calls, messages won back.</summary>
public sealed class MeterFigures : IDisposable
{
    private const string OurMeters = "Puskesos.";
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), long> values = new();

    public MeterFigures()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (!instrument.Meter.Name.StartsWith(OurMeters, StringComparison.Ordinal)) return;
            listening.EnableMeasurementEvents(instrument);
            if (!instrument.IsObservable) values.TryAdd((instrument, ""), 0);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            values.AddOrUpdate((instrument, Labels(tags)), value, (_, sum) => instrument.IsObservable ? value : sum + value));
        listener.Start();
    }

    /// <summary>One block of HELP, TYPE and values for each instrument.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var one in values.GroupBy(value => value.Key.Instrument).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            // Prometheus asks that the name of what only grows ends in _total.
            var name = one.Key.IsObservable ? one.Key.Name : $"{one.Key.Name}_total";
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {one.Key.Description}\n# TYPE {name} {(one.Key.IsObservable ? "gauge" : "counter")}\n");
            var labelled = one.Where(value => value.Key.Labels.Length > 0).ToList();
            foreach (var value in labelled.Count > 0 ? labelled : [.. one])
                text.Append(CultureInfo.InvariantCulture, $"{name}{value.Key.Labels} {value.Value}\n");
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var labels = new List<string>();
        foreach (var tag in tags) labels.Add($"{tag.Key}=\"{tag.Value}\"");
        return $"{{{string.Join(',', labels)}}}";
    }
}
