using System.Collections.Frozen;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>
/// Phrases of the lexicon, found word by word. "a b" allows a word or two between (as the table says), "a ~ b" four, "a_b" none; "a|b" is either; "*a" is a verb in all its forms.
/// </summary>
internal sealed class PhraseTable(int usualGap)
{
    private const int WideGap = 4;

    private readonly List<Phrase> phrases = [];
    private readonly Dictionary<int, List<int>> starts = [];
    private FrozenDictionary<int, int[]> byFirst = FrozenDictionary<int, int[]>.Empty;

    /// <summary>Adds a phrase; <paramref name="owner"/> is the row that it belongs to.</summary>
    public void Add(string phrase, int owner, VocabularyBuilder vocabulary)
    {
        var variants = new List<List<Slot>> { new() };
        var gap = 0;
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "~")
            {
                gap = WideGap;
                continue;
            }
            var choices = Choices(part, gap, vocabulary);
            variants = [.. variants.SelectMany(begun => choices.Select(choice => begun.Concat(choice).ToList()))];
            gap = usualGap;
        }
        foreach (var slots in variants)
            AddVariant([.. slots], owner);
    }

    /// <summary>The single words of a part are one slot; every joined one ("babak_belur") is a row of slots of its own.</summary>
    private static List<Slot[]> Choices(string part, int gap, VocabularyBuilder vocabulary)
    {
        var alternatives = part.Split('|');
        var choices = alternatives.Where(word => word.Contains('_'))
            .Select(word => word.Split('_').Select((piece, i) => new Slot([vocabulary.Add(piece)], i == 0 ? gap : 0)).ToArray())
            .ToList();
        int[] singles = [.. alternatives.Where(word => !word.Contains('_')).SelectMany(word => word[0] == '*' ? vocabulary.AddForms(word[1..]) : [vocabulary.Add(word)]).Distinct()];
        if (singles.Length > 0)
            choices.Add([new Slot(singles, gap)]);
        return choices;
    }

    private void AddVariant(Slot[] slots, int owner)
    {
        foreach (var first in slots[0].Words)
        {
            if (!starts.TryGetValue(first, out var list))
                starts[first] = list = [];
            list.Add(phrases.Count);
        }
        phrases.Add(new Phrase(slots, owner));
    }

    public void Freeze() => byFirst = starts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());

    /// <summary>The phrases that may begin with this word.</summary>
    public ReadOnlySpan<int> StartingWith(int word) => word > 0 && byFirst.TryGetValue(word, out var found) ? found : [];

    public int Owner(int phrase) => phrases[phrase].Owner;

    /// <summary>Last token of the phrase when it begins at <paramref name="at"/>, else -1.</summary>
    public int EndOf(int phrase, ReadOnlySpan<int> words, int at)
    {
        var slots = phrases[phrase].Slots;
        for (var i = 1; i < slots.Length; i++)
        {
            at = NextIn(slots[i], words, at + 1);
            if (at < 0)
                return -1;
        }
        return at;
    }

    private static int NextIn(Slot slot, ReadOnlySpan<int> words, int from)
    {
        var skipped = 0;
        for (var i = from; i < words.Length; i++)
        {
            if (words[i] == Vocabulary.SentenceEnd)
                return -1;
            if (words[i] == Vocabulary.Sign)
                continue;
            if (Array.IndexOf(slot.Words, words[i]) >= 0)
                return i;
            if (++skipped > slot.Gap)
                return -1;
        }
        return -1;
    }

    private sealed record Slot(int[] Words, int Gap);

    private sealed record Phrase(Slot[] Slots, int Owner);
}
