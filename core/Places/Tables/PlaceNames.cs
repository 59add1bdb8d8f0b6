namespace Puskesos.Core.Places;

/// <summary>How a key came to stand for a place; the smaller, the nearer to what the lists write.</summary>
internal enum NameSource : byte
{
    Official,
    Alias,

    /// <summary>A direction told in another language: "slawi barat".</summary>
    Translated,

    /// <summary>The name without its direction: "prupuk" for Prupuk Utara and Prupuk Selatan.</summary>
    Stem,
}

/// <summary>One place behind a key.</summary>
internal readonly record struct NameHit(int Place, NameSource Source, int Next);

/// <summary>Which places a joined name stands for. Several places of one name form a chain.</summary>
internal sealed class PlaceNames(int capacity)
{
    private readonly Dictionary<string, int> _heads = new(capacity, StringComparer.Ordinal);
    private readonly List<NameHit> _hits = new(capacity);

    public int Count => _heads.Count;

    public IEnumerable<string> Keys => _heads.Keys;

    public NameHit this[int hit] => _hits[hit];

    public void Add(string key, int place, NameSource source)
    {
        if (key.Length == 0)
        {
            return;
        }

        var head = _heads.GetValueOrDefault(key, -1);
        for (var at = head; at >= 0; at = _hits[at].Next)
        {
            if (_hits[at].Place == place)
            {
                return;
            }
        }

        _heads[key] = _hits.Count;
        _hits.Add(new NameHit(place, source, head));
    }

    /// <summary>The first hit of a joined name, or -1.</summary>
    public int Find(ReadOnlySpan<char> key) =>
        _heads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var head) ? head : -1;
}
