using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.People;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers;

/// <summary>Whom an alarm of a regency reaches: TKSK and Dinsos on duty, later all of SLRT and Dinsos (DOMAIN §7). An alarm never reaches nobody.</summary>
public static class AlarmDuty
{
    /// <summary>Minutes after an alarm at which those on duty alone are told (DOMAIN §7).</summary>
    public static readonly IReadOnlyList<int> EarlySteps = [0, 15];

    /// <summary>False when nobody on duty has a chat that takes messages: an alarm then goes to all of SLRT and Dinsos at once.</summary>
    public static Task<bool> IsKeptAsync(BotDbContext database, string regencyCode, CancellationToken cancellationToken) =>
        Chats(database, regencyCode, everybody: false).AnyAsync(chat => chat.UnreachableAt == null, cancellationToken);

    /// <summary>The key under which a chat is told of an alarm once at this step, in minutes after it was raised.</summary>
    public static string Key(long alarmId, long chatId, int minutes) => string.Create(CultureInfo.InvariantCulture, $"alarm/{alarmId}/{chatId}/{minutes}");

    /// <summary>The linked chats, of one officer perhaps several: of those on duty, and with <paramref name="everybody"/> of all of SLRT and Dinsos as well.</summary>
    public static IQueryable<ChannelAddress> Chats(BotDbContext database, string regencyCode, bool everybody, long? except = null)
    {
        var told = database.OfficerRoles.Where(role => role.AreaCode.StartsWith(regencyCode)
            && ((role.OnDuty && (role.Role == Role.Tksk || role.Role == Role.Dinsos)) || (everybody && (role.Role == Role.Slrt || role.Role == Role.Dinsos))));
        return database.Addresses.Where(chat => database.OfficerLinks.Any(link => link.AddressId == chat.Id && link.OfficerId != except
            && database.Users.Any(officer => officer.Id == link.OfficerId && officer.IsActive) && told.Any(role => role.OfficerId == link.OfficerId)));
    }
}
