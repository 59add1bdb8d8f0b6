using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Identity;

/// <summary>
/// Finds Indonesian telephone numbers: 08…, 62…, +62…, 0062…, with blanks, dots or hyphens, a letter O for the zero, a glued label.
/// Identity numbers, BPJS cards, tax and ticket numbers and short hotlines are none.
/// </summary>
public static class PhoneNumberReader
{
    /// <summary>Digits after the 0 or +62: numbering plan, 8 for short fixed lines, 12 for the longest mobile.</summary>
    private const int ShortestFixed = 8;
    private const int ShortestMobile = 9;
    private const int Longest = 12;

    /// <summary>Digits in the longest written form, 0062 and twelve.</summary>
    private const int LongestWritten = 16;

    /// <summary>All numbers of a message in the order of writing.</summary>
    public static IReadOnlyList<PhoneNumber> Find(string? text) => Find(TextNormaliser.Read(text));

    /// <summary>All numbers of a message that is cut into tokens already.</summary>
    public static IReadOnlyList<PhoneNumber> Find(WrittenText text) => Find(text, null);

    internal static IReadOnlyList<PhoneNumber> Find(WrittenText text, IReadOnlyList<IdentityNumber>? identities)
    {
        List<PhoneNumber>? found = null;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsDigits(i) || !MayBegin(text, i))
                continue;
            var last = ReadAt(text, i, out var number);
            if (number is null || (identities ??= IdentityNumberReader.Find(text)).Any(other => other.Start <= number.End && number.Start <= other.End))
                continue;
            (found ??= []).Add(number);
            i = last;
        }
        return found ?? (IReadOnlyList<PhoneNumber>)[];
    }

    /// <summary>A number does not begin inside another one: "2611-0042-7", "TGL-0812", "3,085".</summary>
    private static bool MayBegin(WrittenText text, int at)
    {
        if (text.Word(at)[0] is not ('0' or '6' or '8') && !text.Is(at - 1, "o"))
            return false;
        if (!text.IsGlued(at))
            return true;
        if (text.IsWord(at - 1))
            return text.Word(at - 1) is "o" || IsLabel(text.Word(at - 1));
        if (text.IsSymbol(at - 1, '.') && text.IsDigits(at - 2))
            return false;
        return !(text.IsSymbol(at - 1, '-') || text.IsSymbol(at - 1, ',') || text.IsSymbol(at - 1, '/')) || !text.IsGlued(at - 1)
            || (at > 1 && IsLabel(text.Word(at - 2)));
    }

    private static int ReadAt(WrittenText text, int at, out PhoneNumber? number)
    {
        Span<char> digits = stackalloc char[LongestWritten];
        var length = 0;
        var first = at;
        if (at > 0 && text.Is(at - 1, "o") && text.IsGlued(at))
        {
            digits[length++] = '0';
            first--;
        }
        var last = at;
        number = null;
        for (var i = at; i >= 0; i = DigitChain.NextGroup(text, last))
        {
            var group = text.Word(i);
            if (length > 0 && (length + group.Length > LongestWritten || (number is not null && StartsAnew(group))))
                break;
            if (length + group.Length > LongestWritten)
                return at;
            group.CopyTo(digits[length..]);
            length += group.Length;
            var better = Compose(text, first, i, digits[..length]);
            if (better is null && number is not null && length > LongestNational(digits))
                break;
            number = better ?? number;
            if (better is not null || number is null)
                last = i;
            else
                break;
        }
        return number is null ? at : last;
    }

    private static int LongestNational(ReadOnlySpan<char> digits) => digits.StartsWith("0062") ? 16 : digits.StartsWith("62") ? 14 : 13;

    private static bool StartsAnew(ReadOnlySpan<char> group) => group.StartsWith("08") || group.StartsWith("628");

    private static PhoneNumber? Compose(WrittenText text, int first, int last, ReadOnlySpan<char> digits)
    {
        var plus = text.IsSymbol(first - 1, '+');
        var bracket = text.IsSymbol(first - 1, '(');
        ReadOnlySpan<char> national;
        if (digits.StartsWith("0062"))
            national = digits[4..];
        else if (digits.StartsWith("62") && (plus || bracket || digits.Length >= 11))
            national = digits[2..];
        else if (digits.StartsWith("0") && !plus)
            national = digits[1..];
        else if (digits.StartsWith("8") && !plus)
            national = digits;
        else
            return null;
        if (national.StartsWith("0"))
            national = national[1..];
        var mobile = IsMobile(national);
        var marked = plus || bracket || digits.StartsWith("0062") || HasLabel(text, first);
        if (!mobile && !(IsFixed(national) && (marked || last > first)) && !IsTollFree(national))
            return null;
        if (digits[0] == '8' && !marked && LooksLikeAmount(text, first, last, digits))
            return null;
        var start = plus || bracket ? text.OriginalStart(first - 1) : text.OriginalStart(first);
        return new PhoneNumber("+62" + national.ToString(), mobile, start, text.OriginalEnd(last));
    }

    /// <summary>"850.000.000", "Rp 812000000": without a zero before the 8 it is money sooner than a number.</summary>
    private static bool LooksLikeAmount(WrittenText text, int first, int last, ReadOnlySpan<char> digits) =>
        digits.Length < 10 || digits.EndsWith("000") || text.Is(first - 1, "rp") || (text.IsSymbol(first - 1, '.') && text.Is(first - 2, "rp"))
        || (last > first && text.Word(first).Length < 3);

    private static bool IsMobile(ReadOnlySpan<char> national) =>
        national.Length is >= ShortestMobile and <= Longest && national[0] == '8' && national[1] is not ('0' or '4' or '6');

    private static bool IsTollFree(ReadOnlySpan<char> national) => national.StartsWith("800") && national.Length is >= 10 and <= 11;

    /// <summary>Area codes begin with 2, 3, 4, 5, 6, 7 or 9; numbers that begin with 0 again (BPJS cards) never count.</summary>
    private static bool IsFixed(ReadOnlySpan<char> national) =>
        national.Length is >= ShortestFixed and <= 11 && national[0] is >= '2' and <= '9' and not '8' && national[1] != '0';

    private static bool HasLabel(WrittenText text, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3; i--)
            if (text.IsWord(i) && IsLabel(text.Word(i)))
                return true;
        return false;
    }

    private static bool IsLabel(ReadOnlySpan<char> word) => word
        is "hp" or "wa" or "telp" or "tlp" or "telpon" or "telepon" or "tlpn" or "telfon" or "tel" or "hub" or "hubungi" or "kontak" or "cp" or "nope" or "nohp" or "nowa"
        or "handphone" or "whatsapp" or "kantor" or "call";
}
