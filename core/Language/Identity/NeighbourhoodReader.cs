using System.Globalization;
using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Identity;

/// <summary>Finds RT and RW in all the ways in which they are written: "RT.03/RW.05", "rt 3 rw 5", "RT 03/05", "RW. IV", "rt/rw : 003/005".</summary>
public static class NeighbourhoodReader
{
    private const int LongestNumber = 3;

    /// <summary>"RT. : - 5" is the longest row of signs met between label and number.</summary>
    private const int MostSigns = 3;

    /// <summary>All RT and RW of a message in the order of writing.</summary>
    public static IReadOnlyList<NeighbourhoodNumber> Find(string? text) => Find(TextNormaliser.Read(text));

    /// <summary>All RT and RW of a message that is cut into tokens already.</summary>
    public static IReadOnlyList<NeighbourhoodNumber> Find(WrittenText text)
    {
        List<NeighbourhoodNumber>? found = null;
        for (var i = 0; i < text.Count; i++)
        {
            if (Label(text, i) == Part.None || Read(text, i, out var last) is not { } number)
                continue;
            (found ??= []).Add(number);
            i = last;
        }
        return found ?? (IReadOnlyList<NeighbourhoodNumber>)[];
    }

    private static NeighbourhoodNumber? Read(WrittenText text, int at, out int last)
    {
        var label = Label(text, at);
        var value = at + 1;
        if (label == Part.Rt && Label(text, SkipSigns(text, value)) == Part.Rw && NumberAt(text, SkipSigns(text, SkipSigns(text, value) + 1)) is not null
            && SkipSigns(text, value) - value <= 1)
        {
            label = Part.Both;
            value = SkipSigns(text, value) + 1;
        }
        value = SkipSigns(text, value);
        last = value;
        if (NumberAt(text, value) is not { } first)
            return null;
        int? second = null;
        var next = SkipSigns(text, value + 1);
        if (label != Part.Both && Label(text, next) is var other and not Part.None && other != label && NumberAt(text, SkipSigns(text, next + 1)) is { } labelled)
            (second, last) = (labelled, SkipSigns(text, next + 1));
        else if (label != Part.Rw && BareSecond(text, value, label) is { } bare)
            (second, last) = (bare.Number, bare.At);
        var isRw = label == Part.Rw;
        return new NeighbourhoodNumber(isRw ? second : first, isRw ? first : second, text.OriginalStart(at), text.OriginalEnd(last));
    }

    /// <summary>"RT 03/05": after a stroke or hyphen the second number is the RW; with "RT/RW" before them a blank is enough.</summary>
    private static (int Number, int At)? BareSecond(WrittenText text, int value, Part label)
    {
        var at = value + 1;
        if (text.IsSymbol(at, '/') || text.IsSymbol(at, '-') || (label == Part.Both && (text.IsSymbol(at, ',') || text.IsSymbol(at, '.'))))
            at++;
        else if (label != Part.Both)
            return null;
        return NumberAt(text, at) is { } number && !(text.IsWord(at + 1) && text.IsGlued(at + 1)) ? (number, at) : null;
    }

    private static int SkipSigns(WrittenText text, int at)
    {
        var signs = 0;
        while (signs < MostSigns && IsSeparator(text, at))
        {
            at++;
            signs++;
        }
        if (text.IsWord(at) && text.Word(at) is "no" or "nomor" or "dan" or "lan")
            at++;
        return at;
    }

    private static bool IsSeparator(WrittenText text, int at) =>
        at < text.Count && text[at].Kind == TokenKind.Symbol && text.Word(at)[0] is '.' or ':' or '/' or ',' or '-' or '=' or '_';

    private static int? NumberAt(WrittenText text, int at)
    {
        if ((uint)at >= (uint)text.Count)
            return null;
        var word = text.Word(at);
        if (text.IsDigits(at))
            return word.Length <= LongestNumber && int.Parse(word, CultureInfo.InvariantCulture) > 0 ? int.Parse(word, CultureInfo.InvariantCulture) : null;
        if (!text.IsWord(at))
            return null;
        return RomanNumber.Read(word) ?? (NumberWords.Small(word) is > 0 and <= 20 and var small ? small : null);
    }

    private static Part Label(WrittenText text, int at)
    {
        if (!text.IsWord(at))
            return Part.None;
        return text.Word(at) switch
        {
            "rt" or "erte" or "rtt" => Part.Rt,
            "rw" or "erwe" => Part.Rw,
            "rtrw" => Part.Both,
            _ => Part.None,
        };
    }

    private enum Part
    {
        None,
        Rt,
        Rw,
        Both,
    }
}
