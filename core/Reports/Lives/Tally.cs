using System.Globalization;
using System.Runtime.InteropServices;

namespace Puskesos.Core.Reports.Lives;

/// <summary>Counts by a key, and how many of each are confidential.</summary>
internal sealed class Tally<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, (int Count, int Confidential)> counts = [];

    public void Add(TKey key, bool isConfidential)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        cell = (cell.Count + 1, cell.Confidential + (isConfidential ? 1 : 0));
    }

    /// <summary>A cell for each key, named by the word before it.</summary>
    public void Write(RawFigures raw, int indicator, string prefix)
    {
        foreach (var (key, (count, confidential)) in counts)
            raw.Add(indicator, new CountedCell(string.Create(CultureInfo.InvariantCulture, $"{prefix}{key}"), count, confidential));
    }

    /// <summary>The cells by key.</summary>
    public Dictionary<TKey, CountedCell> Cells(Func<TKey, string> part) =>
        counts.ToDictionary(cell => cell.Key, cell => new CountedCell(part(cell.Key), cell.Value.Count, cell.Value.Confidential));
}
