using System.Globalization;
using System.Text;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Identity;

/// <summary>
/// Finds NIK and KK numbers, also with blanks, dots, hyphens or a glued label, and takes them out of a text. About every
/// eleventh social message carries one unasked. BPJS cards (13), tax objects (18) and tickets are none.
/// </summary>
public static class IdentityNumberReader
{
    /// <summary>A labelled number of at least so many digits was meant as NIK, whatever its length.</summary>
    private const int ShortestMeant = 10;
    private const int LongestMeant = 20;

    /// <summary>Impossible numbers without a label are taken for a slip of the pen only when they begin with a group like this.</summary>
    private const int ShortestFirstGroup = 4;

    /// <summary>All numbers of a message in the order of writing.</summary>
    /// <param name="text">The message.</param>
    /// <param name="knowsRegion">Whether a six-digit region exists; null where the caller has no list of that regency.</param>
    public static IReadOnlyList<IdentityNumber> Find(string? text, Func<string, bool?>? knowsRegion = null) => Find(TextNormaliser.Read(text), knowsRegion);

    /// <summary>All numbers of a message that is cut into tokens already.</summary>
    public static IReadOnlyList<IdentityNumber> Find(WrittenText text, Func<string, bool?>? knowsRegion = null)
    {
        List<IdentityNumber>? found = null;
        var secondOfPair = false;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsDigits(i) || IsPartOfAmountOrCode(text, i))
                continue;
            var end = DigitChain.End(text, i, LongestMeant);
            var label = IdentityLabel.Before(text, i);
            if (label is null && secondOfPair)
                label = new IdentityLabel(found![^1].Kind == IdentityNumberKind.Nik ? IdentityNumberKind.Kk : IdentityNumberKind.Nik, i, false, false);
            if (Read(text, i, end, label, knowsRegion, out var last) is { } number)
            {
                (found ??= []).Add(number);
                secondOfPair = label is { IsPair: true };
                i = last;
            }
        }
        return found ?? (IReadOnlyList<IdentityNumber>)[];
    }

    /// <summary>The text with every number covered: "NIK:3328••••••••0001".</summary>
    public static string Mask(string text)
    {
        var numbers = Find(text);
        return numbers.Count == 0 ? text : Replace(text, numbers, number => (number.Start, number.Masked));
    }

    /// <summary>The text without the numbers and their labels, as the resident reads it back.</summary>
    public static string Remove(string text)
    {
        var numbers = Find(text);
        return numbers.Count == 0 ? text : LeftoverText.Tidy(Replace(text, numbers, number => (number.LabelStart, " ")));
    }

    private static string Replace(string text, IReadOnlyList<IdentityNumber> numbers, Func<IdentityNumber, (int Start, string By)> replacement)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var number in numbers)
        {
            var (start, by) = replacement(number);
            result.Append(text, at, Math.Max(0, start - at)).Append(by);
            at = number.End + 1;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    private static IdentityNumber? Read(WrittenText text, int first, int end, IdentityLabel? label, Func<string, bool?>? knowsRegion, out int last)
    {
        last = LastOfSixteen(text, first, end);
        if (last > first && label is null && !NikShape.HasProvince(text.Word(first)) && text.Word(first).Length > 1)
            return null;
        if (last >= 0)
        {
            Span<char> sixteen = stackalloc char[LongestMeant];
            sixteen = sixteen[..Collect(text, first, last, sixteen)];
            var isValid = NikShape.IsPossible(sixteen, label is { Kind: IdentityNumberKind.Kk }, knowsRegion);
            var inside = first > 0 && text.IsDigits(first - 1);
            var isMeant = isValid || label is not null || last == first || (!inside && text.Word(first).Length >= ShortestFirstGroup && NikShape.HasProvince(sixteen));
            return isMeant ? Make(text, first, last, label, isValid ? IdentityNumberVerdict.Valid : IdentityNumberVerdict.Invalid, new string(sixteen)) : null;
        }
        last = end;
        var count = CountDigits(text, first, end);
        if (count is < ShortestMeant or > LongestMeant || SixteenBeginLater(text, first, end))
            return null;
        Span<char> digits = stackalloc char[LongestMeant];
        digits = digits[..Collect(text, first, end, digits)];
        var meant = label is not null || (count is 15 or 17 && NikShape.HasProvince(digits) && HasDate(digits));
        return meant ? Make(text, first, end, label, IdentityNumberVerdict.WrongLength, new string(digits)) : null;
    }

    /// <summary>"rt 3 3328…": another number stands before the sixteen digits.</summary>
    private static bool SixteenBeginLater(WrittenText text, int first, int end)
    {
        for (var i = first + 1; i <= end; i++)
            if (text.IsDigits(i) && LastOfSixteen(text, i, end) >= 0)
                return true;
        return false;
    }

    private static int LastOfSixteen(WrittenText text, int first, int end)
    {
        var total = 0;
        for (var i = first; i <= end && total < NikShape.Length; i++)
        {
            total += text.IsDigits(i) ? text.Word(i).Length : 0;
            if (total == NikShape.Length)
                return i;
        }
        return -1;
    }

    private static int CountDigits(WrittenText text, int first, int end)
    {
        var total = 0;
        for (var i = first; i <= end && total <= LongestMeant; i++)
            total += text.IsDigits(i) ? text.Word(i).Length : 0;
        return total;
    }

    private static IdentityNumber Make(WrittenText text, int first, int last, IdentityLabel? label, IdentityNumberVerdict verdict, string digits) =>
        new(label?.Kind ?? IdentityNumberKind.Nik, verdict, digits, text.OriginalStart(first), text.OriginalEnd(last), LabelStart(text, first, label));

    private static int LabelStart(WrittenText text, int first, IdentityLabel? label) =>
        label is { IsWritten: true } written ? text.OriginalStart(written.First) : text.OriginalStart(first);

    private static int Collect(WrittenText text, int first, int last, Span<char> digits)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
            if (text.IsDigits(i))
            {
                text.Word(i).CopyTo(digits[length..]);
                length += text.Word(i).Length;
            }
        return length;
    }

    /// <summary>A month where a NIK has it, in a number with one digit too few or too many.</summary>
    private static bool HasDate(ReadOnlySpan<char> digits) => int.Parse(digits[8..10], CultureInfo.InvariantCulture) is >= 1 and <= 12 || int.Parse(digits[7..9], CultureInfo.InvariantCulture) is >= 1 and <= 12 || int.Parse(digits[9..11], CultureInfo.InvariantCulture) is >= 1 and <= 12;

    private static bool IsPartOfAmountOrCode(WrittenText text, int at) =>
        text.IsGlued(at) && ((text.IsWord(at - 1) && text.Word(at - 1) is "rp" or "tgl") || (text.IsSymbol(at - 1, '-') && at > 1 && text.IsWord(at - 2) && text.Is(at - 2, "tgl")));
}
