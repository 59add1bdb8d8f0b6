using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers;

/// <summary>A demo account as it is printed once.</summary>
public sealed record DemoSignIn(string Role, string Unit, string Email, string Password)
{
    public override string ToString() => $"sign-in role={Role} unit={Unit} email={Email} password={Password}";
}

/// <summary>Invented officers of the demo area: one of each role, and somebody at the desk of every unit. They sign in from this machine only.</summary>
public static class DemoOfficers
{
    private const string Jatibogor = "PKS-33.28.16.2007";
    private const string Yamansari = "PKS-33.28.06.2005";
    private const string Tegal = "33.28";

    /// <summary>Random letters without look-alikes.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int PasswordLength = 14;

    private static readonly (string Email, string Name, (Role Role, string Area, bool OnDuty)[] Roles)[] People =
    [
        ("rini", "Rini", [(Role.FrontOffice, Jatibogor, false)]),
        ("agus.jatibogor", "Agus", [(Role.BackOffice, Jatibogor, false)]),
        ("dedi", "Dedi", [(Role.FrontOffice, Jatibogor, false)]),
        ("agus.yamansari", "Agus", [(Role.FrontOffice, Yamansari, false), (Role.BackOffice, Yamansari, false)]),
        ("wahyu", "Wahyu", [(Role.Fasilitator, Yamansari, false)]),
        ("siti", "Siti", [(Role.DataOperator, Jatibogor, false)]),
        ("kades.jatibogor", "Pak Karso", [(Role.VillageHead, Jatibogor, false)]),
        ("endang", "Bu Endang", [(Role.Tksk, "33.28.16", true), (Role.Tksk, "33.28.06", true)]),
        ("hartono", "Pak Hartono", [(Role.Tksk, "33.28.18", true)]),
        ("nurul", "Nurul", [(Role.Pkh, "33.28.16", false)]),
        ("lestari", "Bu Lestari", [(Role.Slrt, Tegal, false)]),
        ("gunadi", "Pak Gunadi", [(Role.Dinsos, Tegal, true)]),
        ("ratna.ppd", "Bu Ratna", [(Role.DataProtection, Tegal, false)]),
    ];

    private static readonly string[] DeskNames = ["Yanti", "Budi", "Tutik", "Slamet", "Nina", "Joko", "Eka", "Warno", "Dwi", "Tarno"];

    /// <summary>Adds the accounts that are missing and gives back their passwords, which are stored nowhere; a second call adds nothing.</summary>
    public static async Task<IReadOnlyList<DemoSignIn>> LoadAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var units = await database.Set<PuskesosUnit>().Where(unit => unit.RegencyCode == Tegal && !unit.IsTest).OrderBy(unit => unit.Code).ToListAsync(cancellationToken);
        var known = await database.Users.Where(officer => officer.IsDemo).Select(officer => officer.Email!).ToHashSetAsync(cancellationToken);
        var made = new List<DemoSignIn>();
        foreach (var (email, name, roles) in People.Concat(DesksWithoutAnybody(units)))
        {
            if (known.Contains(Address(email))) continue;
            var (officer, password) = Make(email, name, roles);
            database.Users.Add(officer);
            made.AddRange(roles.Select(role => new DemoSignIn(role.Role.Code(), role.Area, officer.Email!, password)));
        }

        await database.SaveChangesAsync(cancellationToken);
        return made;
    }

    private static IEnumerable<(string Email, string Name, (Role Role, string Area, bool OnDuty)[] Roles)> DesksWithoutAnybody(List<PuskesosUnit> units)
    {
        var desks = units.Where(unit => unit.Kind is UnitKind.Desa or UnitKind.Kelurahan or UnitKind.Kecamatan && unit.Code is not (Jatibogor or Yamansari)).ToList();
        return desks.Select((unit, at) => ($"fo.{unit.Code.ToLowerInvariant()}", DeskNames[at % DeskNames.Length], new[] { (Role.FrontOffice, unit.Code, false), (Role.BackOffice, unit.Code, false) }));
    }

    private static (Officer Officer, string Password) Make(string email, string name, (Role Role, string Area, bool OnDuty)[] roles)
    {
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        var officer = new Officer
        {
            Name = name,
            RegencyCode = Tegal,
            IsDemo = true,
            UserName = Address(email),
            NormalizedUserName = Address(email).ToUpperInvariant(),
            Email = Address(email),
            NormalizedEmail = Address(email).ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        officer.PasswordHash = new PasswordHasher<Officer>().HashPassword(officer, password);
        officer.Roles.AddRange(roles.Select(role => new OfficerRole { Role = role.Role, AreaCode = role.Area, OnDuty = role.OnDuty }));
        return (officer, password);
    }

    private static string Address(string local) => $"{local}@example.id";
}
