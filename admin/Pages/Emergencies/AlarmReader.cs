using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Pages.Emergencies;

/// <summary>Reads the alarms of the signed-in officer for the strip on every page, the list and the alarm's own page.</summary>
public sealed class AlarmReader(BotDbContext database, OpenAlarms alarms, FieldCipher cipher, ClockWords words, WorkCalendarBook calendars, TimeProvider time)
{
    private IReadOnlyList<AlarmLine>? lines;

    /// <summary>The open alarms of this officer, newest first; read once a request.</summary>
    public async Task<IReadOnlyList<AlarmLine>> ListAsync(OfficerReach reach, CancellationToken cancellationToken) =>
        lines ??= await LinesAsync(reach, await alarms.ListAsync(database, reach, cancellationToken), cancellationToken);

    /// <summary>One alarm as told; null when there is none for this officer.</summary>
    public async Task<(OpenAlarm Alarm, AlarmLine Line)?> FindAsync(OfficerReach reach, long id, CancellationToken cancellationToken)
    {
        if (await alarms.FindAsync(database, reach, id, cancellationToken) is not { } found) return null;
        return (found, (await LinesAsync(reach, [found], cancellationToken))[0]);
    }

    /// <summary>Who may be called and where, in words; the number only when the person agreed to a call.</summary>
    public async Task<CallWish> CallAsync(OpenAlarm alarm, CancellationToken cancellationToken)
    {
        if (alarm.Safety == AlarmSafety.Unsafe) return new CallWish(AdminWords.T(AdminText.Alarm_CallUnsafe), null);
        switch (alarm.Told?.CallTo)
        {
            case null:
                return new CallWish(AdminWords.T(alarm.Case is null ? AdminText.Alarm_NotTold : AdminText.Alarm_CallUnclear), null);
            case "no":
                return new CallWish(AdminWords.T(AdminText.Alarm_CallNo), null);
            case "here":
                var own = await OwnNumberAsync(alarm, cancellationToken);
                return own is null ? new CallWish(AdminWords.T(AdminText.Alarm_CallNoNumber), null) : Allowed(own);
            case ['+', ..] other:
                return Allowed(other);
            default:
                return new CallWish(AdminWords.T(AdminText.Alarm_CallUnclear), null);
        }
    }

    private static CallWish Allowed(string phone) => new(AdminWords.T(AdminText.Alarm_CallHere, ("phone", phone)), phone);

    /// <summary>The chat's own number: WhatsApp's address is one; elsewhere the number the person once told.</summary>
    private async Task<string?> OwnNumberAsync(OpenAlarm alarm, CancellationToken cancellationToken)
    {
        var address = await database.Addresses.AsNoTracking().SingleAsync(row => row.Id == alarm.Chat.Id, cancellationToken);
        var written = address.Channel == Channel.WhatsApp ? cipher.OpenText(address.AddressCipher) : null;
        if (written is null && await database.Residents.Where(row => row.Id == alarm.Chat.ResidentId).Select(row => row.PhoneCipher).SingleOrDefaultAsync(cancellationToken) is { } box)
            written = cipher.OpenText(box);
        return PhoneNumberReader.Find(written).Select(found => found.E164).FirstOrDefault();
    }

    private async Task<IReadOnlyList<AlarmLine>> LinesAsync(OfficerReach reach, IReadOnlyList<OpenAlarm> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0) return [];
        var takers = found.Select(row => row.Alarm.AcknowledgedBy).OfType<long>().Distinct().ToArray();
        var names = await database.Users.Where(row => takers.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var codes = found.Select(row => row.VillageCode).OfType<string>().Distinct().ToArray();
        var villages = await database.Set<Village>().Where(row => codes.Contains(row.Code))
            .Join(database.Set<SubDistrict>(), row => row.SubDistrictCode, row => row.Code, (village, around) => new { village.Code, village.Name, Around = around.Name })
            .ToDictionaryAsync(row => row.Code, row => AdminWords.T(AdminText.Alarm_VillageOf, ("village", row.Name), ("subdistrict", row.Around)), cancellationToken);
        var working = calendars.Current.For(new Office(reach.RegencyCode));
        return [.. found.Select(row => new AlarmLine(
            row.Alarm,
            words.Moment(row.Alarm.RaisedAt, working),
            ((long)(time.GetUtcNow() - row.Alarm.RaisedAt).TotalMinutes).ToString(CultureInfo.InvariantCulture),
            row.Alarm.AcknowledgedBy is { } taker ? names.GetValueOrDefault(taker) : null,
            row.Alarm.AcknowledgedAt is { } at ? words.Moment(at, working) : "",
            row.Told?.Place,
            row.VillageCode is { } code ? villages.GetValueOrDefault(code) : null))];
    }
}

/// <summary>An alarm in the list.</summary>
/// <param name="Alarm">The alarm.</param>
/// <param name="Raised">When it was raised, in words.</param>
/// <param name="Minutes">How long ago that is.</param>
/// <param name="TakenBy">Who answered it; null while nobody has.</param>
/// <param name="TakenAt">When, in words.</param>
/// <param name="Place">The place as told.</param>
/// <param name="Village">The village and its sub-district when they are clear.</param>
public sealed record AlarmLine(Emergency Alarm, string Raised, string Minutes, string? TakenBy, string TakenAt, string? Place, string? Village)
{
    /// <summary>The place in the best words there are.</summary>
    public string Where => Place ?? Village ?? AdminWords.T(AdminText.Alarm_PlaceUnknown);
}

/// <summary>The person's answer to "Boleh petugas menelepon?".</summary>
/// <param name="Words">In words.</param>
/// <param name="Phone">The number to call, or null when there is none or nobody may call.</param>
public sealed record CallWish(string Words, string? Phone);
