using System.Text.Json.Serialization;

namespace Puskesos.Core.Documents.Cards;

/// <summary>What was read on the photo of an identity card: a proposal that counts for nothing until the resident says that it is right.</summary>
/// <param name="Nik">Sixteen digits that can be a NIK; never shown in a chat.</param>
/// <param name="Name">The name, as names are written.</param>
/// <param name="Village">Desa or kelurahan as printed.</param>
/// <param name="IsRight">What the resident said; null while not asked.</param>
public sealed record CardReading(string? Nik, string? Name, string? Village, bool? IsRight = null)
{
    /// <summary>How people are addressed; no part of a name.</summary>
    private static readonly string[] Titles = ["bu", "ibu", "pak", "bapak", "mas", "mbak", "mbok", "mbah", "kang", "teh"];

    /// <summary>Nothing could be read, or it is no identity card.</summary>
    public static CardReading Nothing { get; } = new(null, null, null);

    /// <summary>True when there is anything to ask about.</summary>
    [JsonIgnore]
    public bool IsCard => Nik is not null || (Name is not null && Village is not null);

    /// <summary>True when two names are the same but for case and blanks.</summary>
    public static bool SameName(string? one, string? other) =>
        one is not null && other is not null && string.Equals(Letters(one), Letters(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the card bears a name that cannot be the one told. A part of the name is no other name: "Siti" for "Siti Aminah".</summary>
    public bool NamesAnother(string? told)
    {
        if (Name is null || string.IsNullOrWhiteSpace(told) || SameName(Name, told)) return false;
        var (printed, spoken) = (Words(Name), Words(told));
        return spoken.Count == 0 || !(spoken.IsSubsetOf(printed) || printed.IsSubsetOf(spoken));
    }

    /// <summary>True when its number counts for the person of this name. Without a name to compare that is believed only of who writes here and sends the own card.</summary>
    public bool IsOf(string? told, bool isWriter) => Name is null || string.IsNullOrWhiteSpace(told) ? isWriter : !NamesAnother(told);

    private static HashSet<string> Words(string name) =>
        [.. string.Concat(name.Select(letter => char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Titles)];

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter));
}
