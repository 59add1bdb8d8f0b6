namespace Puskesos.Core.Places;

/// <summary>One word of a message as the finder sees it: lower case, plain letters, with its place in the text.</summary>
internal readonly record struct PlaceToken(string Text, int Start, int End, bool BreakBefore, WordRole Role)
{
    public bool IsDigits => char.IsAsciiDigit(Text[0]);
}

/// <summary>What a word says about the name that follows it, or about itself.</summary>
internal enum WordRole
{
    /// <summary>May be (part of) a name.</summary>
    Content,

    /// <summary>"desa", "kelurahan": a village follows.</summary>
    VillageMark,

    /// <summary>"kecamatan": a sub-district follows.</summary>
    SubDistrictMark,

    /// <summary>"kabupaten": a regency follows, never a city.</summary>
    RegencyMark,

    /// <summary>"kota": a city may follow, or a name that begins so.</summary>
    CityMark,

    /// <summary>"dusun", "jalan", "RT": what follows is smaller than a village.</summary>
    HamletMark,

    /// <summary>"di", "dari", "rumah": a place may follow.</summary>
    Locative,

    /// <summary>"nama": a person's name may follow.</summary>
    NameMark,

    /// <summary>A word of ordinary speech.</summary>
    Ordinary,
}
