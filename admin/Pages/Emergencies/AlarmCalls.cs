using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Texts;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Emergencies;

/// <summary>Whom to call, in order: the TKSK on duty at the place, Dinsos on duty, then the national numbers (DOMAIN §9).</summary>
public sealed class AlarmCalls(BotDbContext database)
{
    private const string Police = "110";
    private const string Ambulance = "119";
    private const string Violence = "129";

    public async Task<IReadOnlyList<CallLine>> ListAsync(OpenAlarm alarm, CancellationToken cancellationToken)
    {
        var (regency, place) = (alarm.Alarm.RegencyCode, alarm.SubDistrictCode);
        var people = await database.OfficerRoles
            .Where(role => role.OnDuty && ((role.Role == Role.Dinsos && role.AreaCode == regency) ||
                (role.Role == Role.Tksk && (place == null ? role.AreaCode.StartsWith(regency) : role.AreaCode == place))))
            .Join(database.Users.Where(row => row.IsActive), role => role.OfficerId, row => row.Id, (role, row) => new { role.Role, row.Name, row.PhoneNumber })
            .Distinct().OrderBy(row => row.Role).ThenBy(row => row.Name).ToListAsync(cancellationToken);
        return
        [
            .. people.Select(row => new CallLine(row.Name, AdminWords.T(row.Role == Role.Tksk ? AdminText.Alarm_Tksk : AdminText.Alarm_Dinsos), row.PhoneNumber)),
            new CallLine(AdminWords.T(AdminText.Alarm_Police), null, Police),
            new CallLine(AdminWords.T(AdminText.Alarm_Ambulance), null, Ambulance),
            new CallLine(AdminWords.T(AdminText.Alarm_Violence), null, Violence),
        ];
    }
}

/// <summary>One line of the phone list; <see cref="Phone"/> is null when no number is stored.</summary>
public sealed record CallLine(string Name, string? Duty, string? Phone);
