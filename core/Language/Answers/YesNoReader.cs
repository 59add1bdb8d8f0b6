using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Answers;

/// <summary>Reads a whole message as the answer to a yes-or-no question; a complaint that only contains "tidak" is no answer.</summary>
public static class YesNoReader
{
    /// <summary>A "yes" may be followed by so many words ("ya pak, itu desa saya yang benar"); longer is a story, not an answer.</summary>
    private const int LongestAnswer = 12;

    /// <summary>A message with more words and signs than this is a story, whatever it begins with.</summary>
    private const int LongestMessage = 60;

    /// <summary>The answer, 1 and 2 included as "ya" and "tidak".</summary>
    public static YesNoAnswer Read(string? text)
    {
        var written = TextNormaliser.Read(text);
        if (written.Count > 0 && written.IsDigits(0) && !written.IsGlued(1) | written.IsSymbol(1, '.') | written.IsSymbol(1, ')'))
        {
            var number = written.Word(0) is "1" ? YesNoAnswer.Yes : written.Word(0) is "2" ? YesNoAnswer.No : YesNoAnswer.None;
            return number == YesNoAnswer.None || written.Count == 1 ? number : Agreed(number, ReadFrom(written, 1, out _, out _), written);
        }
        return ReadWords(written, out _, out _);
    }

    /// <summary>The answer given in words or by emoji, and the tokens that give it; digits are not read.</summary>
    public static YesNoAnswer ReadWords(WrittenText text, out int first, out int last) => ReadFrom(text, 0, out first, out last);

    private static YesNoAnswer Agreed(YesNoAnswer number, YesNoAnswer words, WrittenText text) =>
        words == number || words == YesNoAnswer.None && !HasWords(text, 1) ? number
        : words == YesNoAnswer.None ? YesNoAnswer.None
        : (number == YesNoAnswer.Yes) == (words is YesNoAnswer.Yes or YesNoAnswer.Already) ? number : YesNoAnswer.None;

    private static bool HasWords(WrittenText text, int from)
    {
        for (var i = from; i < text.Count; i++)
            if (text.IsDigits(i) || (text.IsWord(i) && !AnswerWords.Courtesy.Contains(text.Word(i))))
                return true;
        return false;
    }

    private static YesNoAnswer ReadFrom(WrittenText text, int from, out int first, out int last)
    {
        first = last = -1;
        if (text.Count == 0 || text.Count > LongestMessage)
            return YesNoAnswer.None;
        var emoji = EmojiAnswer.Read(text.Original, out var position);
        var at = NextWord(text, from);
        if (at < 0)
        {
            first = last = emoji == YesNoAnswer.None ? -1 : EmojiAnswer.TokenAt(text, position);
            return emoji;
        }
        first = last = at;
        var answer = Word(text, at);
        if (answer == YesNoAnswer.NotYet && text.Is(at + 1, "acan"))
            last = ++at;
        if (answer == YesNoAnswer.None && IsAffirmativeHum(text, at))
        {
            last = at + 1;
            return CountWords(text) <= LongestAnswer ? YesNoAnswer.Yes : YesNoAnswer.None;
        }
        return answer switch
        {
            YesNoAnswer.Yes => ReadYes(text, at, ref last),
            YesNoAnswer.No => ReadNo(text, at, ref last),
            YesNoAnswer.NotYet => EndsAfter(text, at, ref last, true) ? YesNoAnswer.NotYet : YesNoAnswer.None,
            YesNoAnswer.Already => ReadAlready(text, at, ref last),
            _ => YesNoAnswer.None,
        };
    }

    private static YesNoAnswer ReadYes(WrittenText text, int at, ref int last)
    {
        if (CountWords(text) > LongestAnswer)
            return YesNoAnswer.None;
        var next = NextWord(text, at + 1);
        if (next < 0)
            return YesNoAnswer.Yes;
        var second = Word(text, next);
        var apart = IsApart(text, at, next);
        if (second == YesNoAnswer.NotYet && !apart)
        {
            last = next;
            return EndsAfter(text, next, ref last, true) ? YesNoAnswer.NotYet : YesNoAnswer.None;
        }
        if (second == YesNoAnswer.Already && !apart && text.Word(at) is not ("ya" or "yo"))
        {
            last = next;
            return ReadAlready(text, next, ref last);
        }
        if (second == YesNoAnswer.No)
        {
            var sense = ReadNo(text, next, ref next);
            return sense == YesNoAnswer.Yes || (apart && sense == YesNoAnswer.None) ? YesNoAnswer.Yes : YesNoAnswer.None;
        }
        last = second == YesNoAnswer.Yes ? next : at;
        return IsCapability(text, at) && second == YesNoAnswer.None && !apart && CountWords(text) > 4 ? YesNoAnswer.None : YesNoAnswer.Yes;
    }

    /// <summary>"bisa", "mau", "boleh" open a wish as easily as an answer: "mau lapor pkh saya belum cair".</summary>
    private static bool IsCapability(WrittenText text, int at) =>
        text.Word(at) is "bisa" or "bs" or "mau" or "boleh" or "saged" or "tiasa" or "gelem" or "pas" or "baik" or "bener" or "mangga" or "monggo" or "kenging" or "jelas" or "pasti";

    private static YesNoAnswer ReadNo(WrittenText text, int at, ref int last)
    {
        var next = NextWord(text, at + 1);
        if (next < 0 || IsApart(text, at, next))
            return YesNoAnswer.No;
        var word = text.Word(next);
        if (AnswerWords.DoesNotMatter.Contains(word))
        {
            last = next;
            return YesNoAnswer.Yes;
        }
        if (AnswerWords.NotYet.Contains(word))
        {
            last = next;
            return EndsAfter(text, next, ref last, true) ? YesNoAnswer.NotYet : YesNoAnswer.None;
        }
        if (word is "salah" or "keliru" && text.Word(at) is "bukan" or "bkn" or "tidak" or "gak" or "ga" or "tdk" or "ora" or "mboten" or "henteu" or "teu")
        {
            last = next;
            return YesNoAnswer.Yes;
        }
        if (Word(text, next) == YesNoAnswer.No)
            return ReadNo(text, next, ref last);
        if (text.Word(at) is "salah" or "keliru" or "batal" or "no")
            return YesNoAnswer.No;
        if (!AnswerWords.StaysNo.Contains(word) && !(text.Word(at) is "bukan" or "bkn" or "sanes" or "jangan" or "jgn" && CountWords(text) <= 5))
            return YesNoAnswer.None;
        last = next;
        return EndsAfter(text, next, ref last, false) || CountWords(text) <= 4 ? YesNoAnswer.No : YesNoAnswer.None;
    }

    private static YesNoAnswer ReadAlready(WrittenText text, int at, ref int last)
    {
        var next = NextWord(text, at + 1);
        if (next < 0 || IsApart(text, at, next))
            return YesNoAnswer.Already;
        var second = Word(text, next);
        if (second is YesNoAnswer.No or YesNoAnswer.NotYet || AnswerWords.Asks.Contains(text.Word(next)) || text.IsSymbol(text.Count - 1, '?'))
            return YesNoAnswer.None;
        last = second == YesNoAnswer.Yes ? next : at;
        return CountWords(text) <= 5 ? YesNoAnswer.Already : YesNoAnswer.None;
    }

    /// <summary>After "belum" only courtesy, "ada", "pernah" and the like may follow, or a new sentence.</summary>
    private static bool EndsAfter(WrittenText text, int at, ref int last, bool allowAfter)
    {
        var next = NextWord(text, at + 1);
        if (next < 0 || IsApart(text, at, next))
            return true;
        if (!allowAfter || !AnswerWords.After.Contains(text.Word(next)) && !AnswerWords.Yes.Contains(text.Word(next)))
            return false;
        last = next;
        next = NextWord(text, next + 1);
        return next < 0 || IsApart(text, last, next) || CountWords(text) <= 4;
    }

    private static YesNoAnswer Word(WrittenText text, int at)
    {
        var word = text.Word(at);
        if (AnswerWords.Yes.Contains(word))
            return YesNoAnswer.Yes;
        if (AnswerWords.No.Contains(word))
            return word is "teu" or "hente" && text.Is(at + 1, "acan") ? YesNoAnswer.NotYet : YesNoAnswer.No;
        if (AnswerWords.NotYet.Contains(word))
            return YesNoAnswer.NotYet;
        return AnswerWords.Already.Contains(word) ? YesNoAnswer.Already : YesNoAnswer.None;
    }

    /// <summary>"he eh", "ho oh", "hu um": said with closed lips, always a yes.</summary>
    private static bool IsAffirmativeHum(WrittenText text, int at) =>
        (text.Word(at) is "he" or "ehe" && text.Word(Math.Min(at + 1, text.Count - 1)) is "eh" or "em" or "eeh")
        || (text.Word(at) is "ho" && text.Is(at + 1, "oh")) || (text.Word(at) is "hu" && text.Is(at + 1, "um"))
        || (text.Word(at) is "mm" or "hm" && text.Is(at + 1, "iya"));

    private static int NextWord(WrittenText text, int from)
    {
        for (var i = from; i < text.Count; i++)
            if (text.IsDigits(i) || (text.IsWord(i) && !AnswerWords.Courtesy.Contains(text.Word(i))))
                return i;
        return -1;
    }

    private static bool IsApart(WrittenText text, int before, int after)
    {
        for (var i = before + 1; i < after; i++)
            if (text[i].Kind == TokenKind.Symbol && text.Word(i)[0] is ',' or '.' or '!' or '?' or ';' or ':' or '\uFFFC')
                return true;
        return text.Original.AsSpan(text.OriginalStart(before), text.OriginalStart(after) - text.OriginalStart(before)).Contains('\n');
    }

    private static int CountWords(WrittenText text)
    {
        var count = 0;
        for (var i = 0; i < text.Count; i++)
            if (text[i].Kind != TokenKind.Symbol)
                count++;
        return count;
    }
}
