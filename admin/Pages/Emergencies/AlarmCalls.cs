using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Texts;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Emergencies;

/// <summary>Whom to call, in order: the TKSK on duty at the place, Dinsos on duty (while nobody is, all of SLRT and Dinsos), then the national numbers (DOMAIN §9).</summary>
public sealed class AlarmCalls(BotDbContext database)
{
    private const string Police = "110";
    private const string Ambulance = "119";
    private const string Violence = "129";

    public async Task<IReadOnlyList<CallLine>> ListAsync(OpenAlarm alarm, CancellationToken cancellationToken)
    {
        var (regency, place) = (alarm.Alarm.RegencyCode, alarm.SubDistrictCode);
        var people = await PeopleAsync(role => role.OnDuty && ((role.Role == Role.Dinsos && role.AreaCode == regency) ||
            (role.Role == Role.Tksk && (place == null ? role.AreaCode.StartsWith(regency) : role.AreaCode == place))), cancellationToken);
        if (people.Count == 0) people = await PeopleAsync(role => (role.Role == Role.Slrt || role.Role == Role.Dinsos) && role.AreaCode == regency, cancellationToken);
        return
        [
            .. people,
            new CallLine(AdminWords.T(AdminText.Alarm_Police), null, Police),
            new CallLine(AdminWords.T(AdminText.Alarm_Ambulance), null, Ambulance),
            new CallLine(AdminWords.T(AdminText.Alarm_Violence), null, Violence),
        ];
    }

    private async Task<List<CallLine>> PeopleAsync(Expression<Func<OfficerRole, bool>> which, CancellationToken cancellationToken)
    {
        var found = await database.OfficerRoles.Where(which)
            .Join(database.Users.Where(row => row.IsActive), role => role.OfficerId, row => row.Id, (role, row) => new { role.Role, role.OnDuty, row.Name, row.PhoneNumber })
            .Distinct().OrderBy(row => row.Role).ThenBy(row => row.Name).ToListAsync(cancellationToken);
        return [.. found.Select(row => new CallLine(row.Name, row.OnDuty ? AdminWords.T(row.Role == Role.Tksk ? AdminText.Alarm_Tksk : AdminText.Alarm_Dinsos) : AdminWords.T($"Role_{row.Role}"), row.PhoneNumber))];
    }
}

/// <summary>One line of the phone list; <see cref="Phone"/> is null when no number is stored.</summary>
public sealed record CallLine(string Name, string? Duty, string? Phone);
