using System.Security.Cryptography;
using System.Text;
using Puskesos.Core.Language.Lexicon;

namespace Puskesos.Core.Language.Examples;

/// <summary>Learning takes a few tenths of a second; a process that builds the same lexicon again (a new edition number, another host of a test) does not learn it twice.</summary>
internal static class LearnedExamples
{
    /// <summary>The edition in use, the one before it and the seed.</summary>
    private const int Kept = 3;

    private static readonly Lock Gate = new();
    private static readonly List<(string Key, MessageExamples Examples)> Learned = [];

    /// <summary>What the examples of these tables teach.</summary>
    public static MessageExamples Of(LexiconTables tables, string[] categories, Vocabulary words)
    {
        var key = KeyOf(tables);
        lock (Gate)
        {
            var at = Learned.FindIndex(known => known.Key == key);
            var found = at >= 0 ? Learned[at] : (key, new MessageExamples(tables.Examples, categories, words));
            if (at >= 0) Learned.RemoveAt(at);
            else if (Learned.Count == Kept) Learned.RemoveAt(0);
            Learned.Add(found);
            return found.Item2;
        }
    }

    /// <summary>All rows that make words, categories and examples; only the name of the edition is left out.</summary>
    private static string KeyOf(LexiconTables tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in new[] { tables.Words, tables.Danger, tables.Concepts, tables.Rules, tables.Hints, tables.Examples })
            foreach (var row in table) hash.AppendData(Encoding.UTF8.GetBytes($"{string.Join('\t', row)}\n"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
