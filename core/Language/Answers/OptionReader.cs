using System.Globalization;
using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Answers;

/// <summary>Reads which option of a numbered list a message chooses: by digit, by number word, by label or a telling part of it.</summary>
public static class OptionReader
{
    /// <summary>"1 sama anak", "2 pak yang itu": after the number so many words at most, else it is a sentence.</summary>
    private const int WordsAfterNumber = 5;

    /// <summary>A prefix or a single telling word counts from this length on.</summary>
    private const int ShortestPart = 3;

    /// <summary>"kedung banteng" for Kedungbanteng: so many letters must agree.</summary>
    private const int ShortestJoined = 6;

    /// <summary>A telling word counts only in short answers; in a story it says nothing.</summary>
    private const int LongestWordAnswer = 4;

    /// <summary>The place of the chosen option, counted from 1, or null when the message chooses none or several.</summary>
    public static int? Read(string? text, IReadOnlyList<string> labels)
    {
        var written = TextNormaliser.Read(text);
        return ByNumber(written, labels.Count) ?? ByLabel(written, labels);
    }

    private static int? ByNumber(WrittenText text, int count)
    {
        int? found = null;
        var position = -1;
        var others = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Kind == TokenKind.Symbol)
                continue;
            if (NumberAt(text, i, count) is { } number)
            {
                if (found is not null && found != number)
                    return null;
                (found, position) = (found ?? number, found is null ? i : position);
            }
            else if (!IsFiller(text.Word(i)))
                others++;
        }
        if (found is not { } chosen || chosen < 1 || chosen > count)
            return null;
        if (others == 0)
            return chosen;
        var leads = text.IsDigits(position) && Words(text, 0, position) == 0 && !HasUnit(text, position + 1);
        return leads && others <= WordsAfterNumber ? chosen : null;
    }

    private static int? NumberAt(WrittenText text, int at, int count)
    {
        var word = text.Word(at);
        if (text.IsDigits(at))
            return word.Length <= 2 ? int.Parse(word, CultureInfo.InvariantCulture) : -1;
        if (word is "pertama" or "kapisan" or "kahiji" or "kesatu")
            return 1;
        if (word is "terakhir" or "pungkasan" or "panungtung")
            return count;
        if (NumberWords.Small(word) is { } small)
            return small;
        return word.Length > 3 && word.StartsWith("ke") && NumberWords.Small(word[2..]) is { } ordinal ? ordinal
            : word.Length > 3 && word.StartsWith("ka") ? NumberWords.Small(word[2..]) : null;
    }

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        AnswerWords.Courtesy.Contains(word) || word
            is "no" or "nomor" or "nomer" or "nmr" or "pilih" or "pilihan" or "milih" or "angka" or "opsi" or "yang" or "yg" or "sing" or "nu" or "ingkang" or "ke" or "balas" or "jawab" or "jawaban"
            or "option" or "poin" or "point" or "ya" or "iya" or "saja" or "pilihane" or "milihe" or "pilihanipun";

    /// <summary>"1 juta", "2 bulan", "3x" are amounts, not choices.</summary>
    private static bool HasUnit(WrittenText text, int at)
    {
        if (text.IsSymbol(at, '/') || text.IsSymbol(at, '%') || text.IsSymbol(at, '-') && text.IsDigits(at + 1))
            return true;
        if (!text.IsWord(at))
            return false;
        return text.IsGlued(at) || text.Word(at)
            is "juta" or "jt" or "ribu" or "rb" or "ratus" or "bulan" or "bln" or "hari" or "hr" or "minggu" or "mgg" or "tahun" or "thn" or "th" or "taun" or "jam" or "menit" or "kali" or "orang" or "org"
            or "anak" or "kg" or "kilo" or "wulan" or "sasi" or "dina" or "dinten" or "meter" or "m" or "lembar" or "kartu" or "atau" or "tgl" or "januari" or "februari" or "maret" or "april" or "mei";
    }

    private static int? ByLabel(WrittenText text, IReadOnlyList<string> labels)
    {
        var answer = OptionText.Of(text, trimCourtesy: true);
        var exact = OptionText.Of(text, trimCourtesy: false);
        if (exact.Joined.Length == 0)
            return null;
        var options = new OptionText[labels.Count];
        for (var i = 0; i < options.Length; i++)
            options[i] = OptionText.Of(TextNormaliser.Read(labels[i]), trimCourtesy: false);
        return Only(options, option => option.Joined == exact.Joined)
            ?? Only(options, option => option.Joined == answer.Joined && answer.Joined.Length > 0)
            ?? Only(options, option => option.StartsWithWordsOf(exact))
            ?? Only(options, option => answer.Words.Length > 0 && option.StartsWithWordsOf(answer))
            ?? (IsYesOrNo(text) ? null : Only(options, option => answer.Joined.Length >= ShortestPart && option.Joined.StartsWith(answer.Joined, StringComparison.Ordinal)))
            ?? Only(options, option => answer.Words.Length > 1 && answer.Joined.Length >= ShortestJoined && option.Joined.Contains(answer.Joined, StringComparison.Ordinal))
            ?? ByTellingWord(answer.Words.Length == 0 ? exact : answer, options);
    }

    /// <summary>"ora" is a no, not the beginning of "Orang lain".</summary>
    private static bool IsYesOrNo(WrittenText text) => YesNoReader.ReadWords(text, out _, out _) != YesNoAnswer.None;

    private static int? ByTellingWord(OptionText answer, OptionText[] options)
    {
        if (answer.Words.Length > LongestWordAnswer)
            return null;
        int? found = null;
        foreach (var word in answer.Words)
        {
            if (word.Length < ShortestPart)
                continue;
            var only = Only(options, option => option.Words.Contains(word));
            if (only is null)
                continue;
            if (found is not null && found != only)
                return null;
            found = only;
        }
        return found;
    }

    private static int? Only(OptionText[] options, Predicate<OptionText> fits)
    {
        int? found = null;
        for (var i = 0; i < options.Length; i++)
        {
            if (!fits(options[i]))
                continue;
            if (found is not null)
                return null;
            found = i + 1;
        }
        return found;
    }

    private static int Words(WrittenText text, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            if (text[i].Kind != TokenKind.Symbol && !IsFiller(text.Word(i)))
                count++;
        return count;
    }
}
