namespace Puskesos.Core.Language.Writing;

/// <summary>
/// The stems that a word with prefix and ending may have: "dibelikan" → beli, "menyiram" → siram, "kasurnya" → kasur. Used only for words that
/// no table names, so that a table need not write out every form.
/// </summary>
internal static class WordStems
{
    /// <summary>A shorter rest is a word of its own by chance: "beras" is not "ber" and "as".</summary>
    private const int ShortestStem = 4;
    private const int Longest = 24;
    private const int NotKnown = 0;

    /// <summary>Prefix, and the sound that it has swallowed.</summary>
    private static readonly (string Prefix, string Swallowed)[] Prefixes =
    [
        ("", ""), ("dipun", ""), ("diper", ""), ("memper", ""), ("di", ""), ("ke", ""), ("ka", ""), ("se", ""), ("sa", ""), ("ber", ""), ("ter", ""), ("per", ""), ("pem", ""), ("pem", "p"), ("pen", ""), ("pen", "t"), ("peny", "s"), ("peng", ""), ("peng", "k"), ("pe", ""), ("pa", ""),
        ("meny", "s"), ("meng", ""), ("meng", "k"), ("mem", ""), ("mem", "p"), ("men", ""), ("men", "t"), ("me", ""), ("nge", ""), ("ng", ""), ("ng", "k"), ("ny", "s"), ("ny", "c"), ("n", ""), ("n", "t"), ("m", "p"), ("m", ""), ("tak", ""), ("kok", ""),
    ];

    private static readonly string[] Suffixes = ["kannya", "annya", "inya", "keun", "aken", "nipun", "ipun", "ake", "kan", "nya", "ana", "eun", "an", "in", "na", "ne", "ke", "no", "ku", "mu", "i", "e", ""];

    /// <summary>Id of the first stem that is known, or 0; <paramref name="known"/> answers 0 for a word that is not.</summary>
    public static int Find(ReadOnlySpan<char> written, Func<ReadOnlySpan<char>, int> known)
    {
        if (written.Length is < ShortestStem + 1 or > Longest)
            return NotKnown;
        Span<char> stem = stackalloc char[Longest + 1];
        foreach (var suffix in Suffixes)
        {
            if (!written.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            foreach (var (prefix, swallowed) in Prefixes)
            {
                var rest = written.Length - suffix.Length - prefix.Length;
                if (rest + swallowed.Length < ShortestStem || suffix.Length + prefix.Length == 0 || !written.StartsWith(prefix, StringComparison.Ordinal))
                    continue;
                swallowed.CopyTo(stem);
                written.Slice(prefix.Length, rest).CopyTo(stem[swallowed.Length..]);
                if (known(stem[..(swallowed.Length + rest)]) is > NotKnown and var id)
                    return id;
            }
        }
        return NotKnown;
    }
}
