using System.Globalization;
namespace Puskesos.Core.Language.Identity;

/// <summary>Which of the two sixteen-digit numbers of a family it is.</summary>
public enum IdentityNumberKind
{
    Nik,
    Kk,
}

/// <summary>Whether a number can be a NIK or KK.</summary>
public enum IdentityNumberVerdict
{
    Valid,
    /// <summary>Sixteen digits, but no such region or date: a slip of the pen, or another kind of card.</summary>
    Invalid,
    /// <summary>Fifteen or seventeen digits, or a labelled number of another length.</summary>
    WrongLength,
}

/// <summary>A NIK or KK number in a message; it is taken out of every text and stored apart.</summary>
/// <param name="Kind">NIK or KK; the label decides, because both have the same shape.</param>
/// <param name="Verdict">Valid, impossible, or of the wrong length.</param>
/// <param name="Digits">The digits alone.</param>
/// <param name="Start">First UTF-16 unit of the digits in the message.</param>
/// <param name="End">Last UTF-16 unit of the digits (inclusive), separators included.</param>
/// <param name="LabelStart">First UTF-16 unit of its label ("NIK:"), or <paramref name="Start"/> without one.</param>
public sealed record IdentityNumber(IdentityNumberKind Kind, IdentityNumberVerdict Verdict, string Digits, int Start, int End, int LabelStart)
{
    /// <summary>A label stands before it; then even an impossible number was meant as NIK or KK.</summary>
    public bool IsLabelled => LabelStart < Start;

    /// <summary>First four and last four digits: <c>3328••••••••0001</c>, as officers see it.</summary>
    public string Masked => Digits.Length < 12 ? new string('•', Digits.Length) : $"{Digits[..4]}••••••••{Digits[^4..]}";

    /// <summary>Six digits of province, regency and sub-district where the number was first given out.</summary>
    public string RegionCode => Digits[..6];

    /// <summary>The day of birth in a valid NIK; two-digit years above the current one are of the last century.</summary>
    public DateOnly? BirthDate(DateOnly today)
    {
        if (Kind != IdentityNumberKind.Nik || Verdict != IdentityNumberVerdict.Valid)
            return null;
        var year = int.Parse(Digits.AsSpan(10, 2), CultureInfo.InvariantCulture);
        return new DateOnly(year + (2000 + year <= today.Year ? 2000 : 1900), int.Parse(Digits.AsSpan(8, 2), CultureInfo.InvariantCulture), int.Parse(Digits.AsSpan(6, 2), CultureInfo.InvariantCulture) % 40);
    }

    /// <summary>Women's numbers carry the day plus 40.</summary>
    public bool IsWoman => Kind == IdentityNumberKind.Nik && Digits[6] >= '4';
}
