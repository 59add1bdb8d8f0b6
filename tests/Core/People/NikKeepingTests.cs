using Puskesos.Core.People;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.People;

/// <summary>What of a NIK is kept in clear: the last four digits, the year of birth, the sex; nothing of a number that can be none.</summary>
public sealed class NikKeepingTests
{
    [Theory]
    [InlineData("3328165207810003", 1981, true)]
    [InlineData("3328161207260001", 2026, false)]
    [InlineData("3328161207270001", 1927, false)]
    [InlineData("3328167207810003", null, null)]
    public void A_nik_tells_year_and_sex(string nik, int? year, bool? isWoman)
    {
        var person = new Resident { RegencyCode = "33.28", Name = "Sarinah" };
        var keys = MasterKeys.InMemory();
        var cipher = new FieldCipher(keys);

        NikKeeping.Keep(person, nik, cipher, new DateOnly(2026, 11, 12));

        Assert.Equal((year, isWoman, nik[^4..]), (person.BirthYear, person.IsWoman, person.NikLastFour));
        Assert.Equal(nik, cipher.OpenText(person.NikCipher!));
    }
}
