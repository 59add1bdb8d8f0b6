using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers;

/// <summary>Makes accounts without a password: the officer sets one by an invitation.</summary>
public static class OfficerAccounts
{
    /// <summary>Adds the account and the role; an account that is there gets the role beside its others. Gives back its id.</summary>
    public static async Task<long> AddAsync(
        BotDbContext database, string name, string email, string? phone, OfficerArea area, bool onDuty, CancellationToken cancellationToken)
    {
        var address = email.Trim();
        var normalised = address.ToUpperInvariant();
        var officer = await database.Users.Include(row => row.Roles).SingleOrDefaultAsync(row => row.NormalizedEmail == normalised, cancellationToken);
        if (officer is null)
        {
            officer = new Officer
            {
                Name = name.Trim(),
                RegencyCode = area.RegencyCode,
                UserName = address,
                NormalizedUserName = normalised,
                Email = address,
                NormalizedEmail = normalised,
                PhoneNumber = phone,
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            database.Users.Add(officer);
        }

        var held = officer.Roles.SingleOrDefault(row => row.Role == area.Role && row.AreaCode == area.AreaCode);
        if (held is null) officer.Roles.Add(held = new OfficerRole { Role = area.Role, AreaCode = area.AreaCode });
        held.OnDuty = onDuty;
        await database.SaveChangesAsync(cancellationToken);
        return officer.Id;
    }
}
