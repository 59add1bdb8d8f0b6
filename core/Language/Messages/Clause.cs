using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>A part of a message between commas, full stops or line breaks; token positions, both inclusive.</summary>
internal readonly record struct Clause(int First, int Last)
{
    /// <summary>What follows so many commas is one clause.</summary>
    private const int MostClauses = 300;

    private const string Abbreviations = " ds kec kel kab no rt rw jl sdr bpk dsn tgl hp rp dr hj st gg kp dk bln thn th ny tn an sy yg ";

    public static List<Clause> Split(WrittenText text)
    {
        var clauses = new List<Clause>();
        var first = 0;
        for (var i = 0; i < text.Count && clauses.Count < MostClauses; i++)
        {
            if (i > first && HasLineBreak(text, i))
            {
                clauses.Add(new Clause(first, i - 1));
                first = i;
            }
            if (!Parts(text, i))
                continue;
            if (i > first)
                clauses.Add(new Clause(first, i - 1));
            first = i + 1;
        }
        if (first < text.Count)
            clauses.Add(new Clause(first, text.Count - 1));
        return clauses;
    }

    private static bool Parts(WrittenText text, int at)
    {
        if (text[at].Kind != TokenKind.Symbol)
            return false;
        var between = at > 0 && text.IsDigits(at - 1) && text.IsDigits(at + 1) && text.IsGlued(at) && text.IsGlued(at + 1);
        return text.Word(at)[0] switch
        {
            ';' or '!' or '?' => true,
            ',' => !between,
            '.' => !between && !(text.IsGlued(at + 1) && text.IsWord(at + 1) && text.Word(at).Length == 1 && IsAbbreviation(text, at - 1)) && !IsAbbreviation(text, at - 1),
            _ => false,
        };
    }

    private static bool IsAbbreviation(WrittenText text, int at) =>
        text.IsWord(at) && text.Word(at).Length <= 3 && Abbreviations.Contains($" {text.Word(at)} ", StringComparison.Ordinal);

    private static bool HasLineBreak(WrittenText text, int at)
    {
        var from = text.OriginalEnd(at - 1) + 1;
        return from < text.OriginalStart(at) && text.Original.AsSpan(from..text.OriginalStart(at)).Contains('\n');
    }
}
