using Puskesos.Core.Language.Identity;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.People;

/// <summary>Keeps a NIK with its person: sealed, findable, the last four digits in clear, and of what it says only what the report counts.</summary>
public static class NikKeeping
{
    /// <summary>The purpose of the NIK's blind index.</summary>
    public const string Purpose = "nik";

    /// <summary>Writes it; <paramref name="today"/> tells the century of the two-digit year.</summary>
    public static void Keep(Resident person, string nik, FieldCipher cipher, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(nik);
        ArgumentNullException.ThrowIfNull(cipher);
        (person.NikCipher, person.NikIndex, person.NikLastFour) = (cipher.Seal(nik), cipher.Index(Purpose, nik), nik[^4..]);
        var owner = NikShape.OwnerOf(nik, today);
        (person.BirthYear, person.IsWoman) = (owner?.BirthYear, owner?.IsWoman);
    }
}
