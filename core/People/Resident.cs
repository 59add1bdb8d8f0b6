namespace Puskesos.Core.People;

/// <summary>A person (warga) who reports or is helped. A phone number is neither a key nor required.</summary>
public sealed class Resident
{
    public long Id { get; init; }

    public required string RegencyCode { get; set; }

    /// <summary>As told, plain for the officers' search.</summary>
    public required string Name { get; set; }

    public byte[]? NikCipher { get; set; }

    /// <summary>Blind index of the NIK: exact search and one row per person.</summary>
    public byte[]? NikIndex { get; set; }

    public string? NikLastFour { get; set; }

    /// <summary>As the NIK says, for the report's counts of the old and the young; null without a NIK.</summary>
    public int? BirthYear { get; set; }

    /// <summary>As the NIK says; null without one.</summary>
    public bool? IsWoman { get; set; }

    public byte[]? KkCipher { get; set; }

    /// <summary>Blind index of the family card's number: the household view.</summary>
    public byte[]? KkIndex { get; set; }

    public string? KkLastFour { get; set; }

    public byte[]? PhoneCipher { get; set; }

    public byte[]? PhoneIndex { get; set; }

    public string? PhoneLastFour { get; set; }

    public string? VillageCode { get; set; }

    /// <summary>RT, RW and landmarks as told.</summary>
    public string? AddressNote { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set when the person asked to be erased: to be done within 3x24 hours.</summary>
    public DateTimeOffset? EraseBy { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }
}
