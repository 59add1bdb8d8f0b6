using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Check;

/// <summary>What the check needs and takes away again: a made-up village, its unit Uji, and an officer of it.</summary>
public sealed class CheckGround(BotDbContext database, TimeProvider clock)
{
    /// <summary>Names that no place of the country has and that are near to none.</summary>
    public const string VillageName = "Ujilayanan";

    public const string UnitName = "Uji";

    public const string OfficerName = "Petugas Uji";

    private const string SubDistrictName = "Ujisistem";

    /// <summary>No regency has a ninety-ninth sub-district.</summary>
    private const string SubDistrictEnd = ".99";

    private const string VillageEnd = ".99.2999";

    private const int PasswordLength = 24;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>The first regency served: the one for which the web chat speaks. Null when no place list is loaded.</summary>
    public Task<string?> RegencyAsync(CancellationToken cancellationToken) => database.Set<Regency>()
        .Where(row => row.AreaLetters != null).OrderBy(row => row.Code).Select(row => (string?)row.Code).FirstOrDefaultAsync(cancellationToken);

    public static string UnitOf(string regency) => "UJI-" + regency + VillageEnd;

    /// <summary>Makes all of it; gives back the officer's sign-in.</summary>
    public async Task<(string Email, string Password)> MakeAsync(string regency, CancellationToken cancellationToken)
    {
        var (subDistrict, village) = (regency + SubDistrictEnd, regency + VillageEnd);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.AddRange(
            new SubDistrict { Code = subDistrict, RegencyCode = regency, Name = SubDistrictName },
            new Village { Code = village, SubDistrictCode = subDistrict, Name = VillageName, Kind = VillageKind.Desa },
            new PuskesosUnit
            {
                Code = UnitOf(regency),
                Name = UnitName,
                Kind = UnitKind.Desa,
                AreaCode = village,
                RegencyCode = regency,
                ValidFrom = DateOnly.MinValue,
                IsTest = true,
            });
        var (officer, password) = MakeOfficer(regency);
        database.Users.Add(officer);
        await database.SaveChangesAsync(cancellationToken);
        await PlaceVersion.RaiseAsync(database, clock, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (officer.Email!, password);
    }

    private static (Officer Officer, string Password) MakeOfficer(string regency)
    {
        var address = $"uji-{RandomNumberGenerator.GetHexString(12, lowercase: true)}@example.invalid";
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        var officer = new Officer
        {
            Name = OfficerName,
            RegencyCode = regency,
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            IsDemo = true, // a password is enough, and only from this machine: the check has no phone for a second factor
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        officer.PasswordHash = new PasswordHasher<Officer>().HashPassword(officer, password);
        officer.Roles.AddRange(new[] { Role.FrontOffice, Role.BackOffice }.Select(role => new OfficerRole { Role = role, AreaCode = UnitOf(regency) }));
        return (officer, password);
    }
}
