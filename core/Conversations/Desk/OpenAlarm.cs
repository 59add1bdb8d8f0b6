using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>May the person read answers in the chat without danger?</summary>
public enum AlarmSafety
{
    /// <summary>The person has not been asked yet, or wrote again after "tidak aman".</summary>
    Unclear,
    Safe,

    /// <summary>"Tidak aman": nothing may go out until the person writes again (DOMAIN §9).</summary>
    Unsafe,
}

/// <summary>An alarm with what was told so far.</summary>
/// <param name="Alarm">The alarm itself.</param>
/// <param name="Chat">The chat in which it was raised.</param>
/// <param name="Case">The case behind it, once filed.</param>
/// <param name="Told">The answers to the danger questions; null when the draft that held them is gone: the case's story tells them then.</param>
/// <param name="VillageCode">The village, when it is clear.</param>
/// <param name="Pin">The point that was sent; once filed, the case's page shows it.</param>
/// <param name="IsSilent">Nothing may go out to this chat.</param>
public sealed record OpenAlarm(Emergency Alarm, Conversation Chat, Case? Case, DraftDanger? Told, string? VillageCode, GeoPoint? Pin, bool IsSilent)
{
    /// <summary>This officer was told of it: also when not on duty, since nobody on duty could be told.</summary>
    public bool WasTold { get; init; }

    public string? SubDistrictCode => VillageCode is null ? null : PlaceCode.SubDistrictOf(VillageCode);

    /// <summary>The questions behind "Aman membalas di sini?" are only asked after "aman".</summary>
    public AlarmSafety Safety
    {
        get
        {
            if (IsSilent) return AlarmSafety.Unsafe;
            var askedOn = Chat.Step is Step.AskDangerPlace or Step.AskDangerWho or Step.AskDangerCall;
            return Told is not null && (askedOn || Told.CallTo is not null) ? AlarmSafety.Safe : AlarmSafety.Unclear;
        }
    }

    /// <summary>True for whoever was told of the alarm and may answer it: TKSK and Dinsos on duty, later everybody of SLRT and Dinsos (DOMAIN §7), and whoever took it.</summary>
    public bool IsToldTo(OfficerReach reach) =>
        reach.RegencyCode == Alarm.RegencyCode && (IsForWholeRegency(reach) || reach.DutySubDistricts.Length > 0 || Alarm.AcknowledgedBy == reach.OfficerId);

    /// <summary>True for whoever may read what was told: of the TKSKs only the place's own once the place is known, and whoever took the alarm.</summary>
    public bool IsSeenBy(OfficerReach reach) =>
        IsToldTo(reach) &&
        (IsForWholeRegency(reach) || SubDistrictCode is not { } place || reach.DutySubDistricts.Contains(place) || Alarm.AcknowledgedBy == reach.OfficerId);

    private bool IsForWholeRegency(OfficerReach reach) =>
        reach.RegencyDuty || ((WasTold || Alarm.AlarmedMinutes >= Emergency.EverybodyFromMinutes) && reach.AllRoles.Overlaps([Role.Slrt, Role.Dinsos]));
}
