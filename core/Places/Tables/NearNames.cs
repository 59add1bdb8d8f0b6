namespace Puskesos.Core.Places;

/// <summary>A name of the lists that is near to what was told.</summary>
/// <param name="Place">Number of the place in the tables.</param>
/// <param name="Cost">Edits, less when it sounds the same, more when already the first letter differs.</param>
internal readonly record struct NearName(int Place, double Cost);

/// <summary>The names of one regency (or of all that are served) by length, for finding misspelled ones.</summary>
internal sealed class NearNames
{
    private const double SameSound = 0.6;
    private const double OtherFirstLetter = 0.3;

    /// <summary>Any near name costs this on top of its edits, so that none is ever taken for an exact one.</summary>
    private const double NotAsWritten = 0.2;

    private readonly Entry[] _entries;
    private readonly ulong[] _letters;
    private readonly int[] _firstOfLength;
    private readonly ILookup<string, Entry> _bySound;

    public NearNames(IEnumerable<(string Key, int Place, NameSource Source)> names)
    {
        _entries = [.. names
            .Select(name => new Entry(name.Key, name.Place, PlaceOption.CostOf(name.Source)))
            .OrderBy(entry => entry.Key.Length)];
        _letters = [.. _entries.Select(entry => EditDistance.LettersOf(entry.Key))];
        var longest = _entries.Length == 0 ? 0 : _entries[^1].Key.Length;
        _firstOfLength = new int[longest + 2];
        for (var length = 1; length < _firstOfLength.Length; length++)
        {
            var at = _firstOfLength[length - 1];
            while (at < _entries.Length && _entries[at].Key.Length < length)
            {
                at++;
            }

            _firstOfLength[length] = at;
        }

        _bySound = _entries.ToLookup(entry => SoundForm.Of(entry.Key), StringComparer.Ordinal);
    }

    /// <summary>Names within the limit of edits that are not the told one itself.</summary>
    public List<NearName> Search(string told, int limit)
    {
        var found = new List<NearName>();
        foreach (var entry in _bySound[SoundForm.Of(told)].Where(entry => entry.Key != told && SameNumber(told, entry.Key)))
        {
            found.Add(new NearName(entry.Place, SameSound + entry.Cost));
        }

        if (told.Length > EditDistance.LongestName)
        {
            return found;
        }

        var distance = new EditDistance(told);
        var letters = EditDistance.LettersOf(told);
        var from = FirstOfLength(told.Length - limit);
        var to = FirstOfLength(told.Length + limit + 1);
        for (var at = from; at < to; at++)
        {
            if (!EditDistance.MayBeWithin(letters, _letters[at], limit))
            {
                continue;
            }

            ref readonly var entry = ref _entries[at];
            if (!SameNumber(told, entry.Key))
            {
                continue;
            }

            var edits = distance.To(entry.Key);
            if (edits > 0 && edits <= limit)
            {
                found.Add(new NearName(entry.Place, edits + NotAsWritten + entry.Cost + (told[0] == entry.Key[0] ? 0 : OtherFirstLetter)));
            }
        }

        return found;
    }

    /// <summary>Mesuji I is no misspelling of Mesuji II.</summary>
    private static bool SameNumber(string told, string name) => NumberOf(told).SequenceEqual(NumberOf(name));

    private static ReadOnlySpan<char> NumberOf(string key)
    {
        var from = key.Length;
        while (from > 0 && char.IsAsciiDigit(key[from - 1]))
        {
            from--;
        }

        return key.AsSpan(from);
    }

    private int FirstOfLength(int length) =>
        length < 0 ? 0 : length < _firstOfLength.Length ? _firstOfLength[length] : _entries.Length;

    private readonly record struct Entry(string Key, int Place, double Cost);
}
