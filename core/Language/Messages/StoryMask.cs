using System.Text;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>Marks the tokens of a message that are not the story: greeting, name, place, for whom, papers, numbers of a person.</summary>
internal sealed class StoryMask(WrittenText text)
{
    private readonly bool[] removed = new bool[text.Count];
    private readonly List<Clause> clauses = Clause.Split(text);

    public IReadOnlyList<Clause> Clauses => clauses;

    public bool IsRemoved(int token) => removed[token];

    public void Remove(int first, int last)
    {
        for (var i = Math.Max(0, first); i <= last && i < removed.Length; i++)
            removed[i] = true;
    }

    /// <summary>Marks the tokens that lie inside a span of the original message.</summary>
    public void RemoveSpan(int start, int end)
    {
        for (var i = text.FirstTokenFrom(start); i < removed.Length && text.OriginalStart(i) <= end; i++)
            removed[i] = true;
    }

    /// <summary>Numbers, name and "untuk saya sendiri" are kept apart and not told again in the story.</summary>
    public void RemovePerson(IReadOnlyList<IdentityNumber> identities, IReadOnlyList<PhoneNumber> phones, WrittenName? name, (ForWhom Who, int First, int Last) forWhom)
    {
        foreach (var identity in identities)
            RemoveSpan(identity.LabelStart, identity.End);
        foreach (var phone in phones)
        {
            RemoveSpan(phone.Start, phone.End);
            for (var label = text.FirstTokenFrom(phone.Start) - 1; label >= 0 && IsPhoneLabel(label); label--)
                Remove(label, label);
        }
        if (name is { } written)
            Remove(written.First, written.Last);
        if (forWhom.Who != ForWhom.NotSaid)
            Remove(forWhom.First, forWhom.Last);
    }

    private bool IsPhoneLabel(int at) => text.IsSymbol(at, ':') || text.IsSymbol(at, '.')
        || (text.IsWord(at) && text.Word(at) is "hp" or "wa" or "no" or "nomor" or "nomer" or "telp" or "tlp" or "telepon" or "whatsapp");

    /// <summary>Takes the greeting, the form of address and "mau lapor" off the beginning of each clause, and papers that follow.</summary>
    public bool RemoveCourtesy()
    {
        var papersFollow = false;
        foreach (var clause in clauses)
        {
            if (PapersToFollow.Tells(text, clause))
            {
                Remove(clause.First, clause.Last);
                papersFollow = true;
                continue;
            }
            var at = Opening.SkipGreeting(text, clause.First, clause.Last);
            var after = Opening.SkipReport(text, at, clause.Last);
            Remove(clause.First, after - 1);
            var tail = Opening.TailStart(text, after, clause.Last);
            if (clause.Last == clauses[^1].Last && tail - after >= 3)
                Remove(tail, clause.Last);
        }
        return papersFollow;
    }

    /// <summary>"… dari Jatibogor mau lapor": after a name or place was taken out, the introduction behind it goes too.</summary>
    public void RemoveIntroductions()
    {
        foreach (var clause in clauses)
            for (var i = clause.First + 1; i <= clause.Last; i++)
                if (removed[i - 1] && !removed[i])
                    Remove(i, Opening.SkipReport(text, i, clause.Last) - 1);
    }

    /// <summary>Drops every clause in which nothing but "saya", "di", "warga" and the like is left.</summary>
    public void DropEmptyClauses()
    {
        foreach (var clause in clauses)
            if (!HasSubstance(clause))
                Remove(clause.First, clause.Last);
    }

    public bool HasSubstance(Clause clause)
    {
        for (var i = clause.First; i <= clause.Last; i++)
            if (!removed[i] && text[i].Kind != TokenKind.Symbol && !(text.IsWord(i) && (MessageWords.Weak.Contains(text.Word(i)) || MessageWords.Greeting.Contains(text.Word(i)))))
                return true;
        return false;
    }

    /// <summary>What is left, with the writer's own spelling and commas.</summary>
    public string Story()
    {
        var result = new StringBuilder(text.Original.Length);
        var end = 0;
        var runStart = -1;
        for (var i = 0; i <= removed.Length; i++)
        {
            var kept = i < removed.Length && !removed[i];
            if (kept && runStart < 0)
                runStart = i;
            if (kept || runStart < 0)
                continue;
            if (result.Length > 0)
                result.Append(' ');
            end = i < removed.Length ? text.OriginalStart(i) : text.Original.Length;
            result.Append(text.Original, text.OriginalStart(runStart), end - text.OriginalStart(runStart));
            runStart = -1;
        }
        return LeftoverText.Tidy(result.ToString());
    }
}
