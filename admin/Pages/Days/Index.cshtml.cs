using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Pages.Staff;
using Puskesos.Admin.Pages.Settings;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Reminders;

namespace Puskesos.Admin.Pages.Days;

/// <summary>The days on which offices are closed: the decree's, the regency's own, and closures of single units. Due days follow within half a minute.</summary>
public sealed class IndexModel(CurrentOfficer current, LocalDays days, CalendarPreview preview, CalendarChanges changes, SettingHistory history, TimeProvider time) : PageModel
{
    private const int LongestName = 200;

    /// <summary>Nobody plans a free day further ahead; a slip of the year is caught.</summary>
    private const int MostDaysAhead = 800;

    private DateOnly today;

    public IReadOnlyList<Holiday> Holidays { get; private set; } = [];

    public IReadOnlyList<UnitClosure> Closures { get; private set; } = [];

    public AreaNames Areas { get; private set; } = null!;

    /// <summary>Years ahead whose national table is empty: due days there would be wrong (DOMAIN §7).</summary>
    public IReadOnlyList<int> YearsMissing { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>What the change that was asked about would do to running clocks.</summary>
    public ClockEffect? Effect { get; private set; }

    /// <summary>Who set or took back which day.</summary>
    public IReadOnlyList<SettingLine> History { get; private set; } = [];

    /// <summary>The change that was asked about, as its form sends it on.</summary>
    public DayFields Asked { get; private set; } = new();

    public string Regency { get; private set; } = "";

    /// <summary>Only Dinsos closes offices.</summary>
    public static bool MayChange(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.Dinsos);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await PrepareAsync(cancellationToken) is { } reach ? await ShowAsync(reach, cancellationToken) : NotFound();

    /// <summary>What a change would do; nothing is written.</summary>
    public async Task<IActionResult> OnPostPreviewAsync([FromForm] DayFields form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        if (form.Aksi == "close" && Areas.Units.All(one => one.Code != form.Unit)) return NotFound();
        if (ChangeOf(reach, form) is not { } change) return await AgainAsync(reach, AdminText.Days_Incomplete, cancellationToken);
        if (await preview.OfAsync(change, cancellationToken) is not { } effect) return NotFound();
        (Asked, Effect) = (form, effect);
        return await ShowAsync(reach, cancellationToken);
    }

    private CalendarChange? ChangeOf(OfficerReach reach, DayFields form) => form switch
    {
        { Aksi: "remove", Id: { } id } => new(reach.RegencyCode, RemovedHoliday: id),
        { Aksi: "reopen", Id: { } id } => new(reach.RegencyCode, RemovedClosure: id),
        { Aksi: "holiday", Hari: { } day } when IsAhead(day) && Plain(form.Nama) is { } name =>
            new(reach.RegencyCode, Added: new Holiday { Day = day, Kind = HolidayKind.Local, RegencyCode = reach.RegencyCode, Name = name }),
        { Aksi: "close", Dari: { } first, Sampai: { } last } when last >= first && IsAhead(last) && Plain(form.Alasan) is { } reason =>
            new(reach.RegencyCode, Closed: new UnitClosure { RegencyCode = reach.RegencyCode, UnitCode = form.Unit!, FirstDay = first, LastDay = last, Reason = reason }),
        _ => null,
    };

    public async Task<IActionResult> OnPostHolidayAsync([FromForm] DateOnly? hari, [FromForm] string? nama, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        if (hari is not { } day || !IsAhead(day) || Plain(nama) is not { } name) return await AgainAsync(reach, AdminText.Days_Incomplete, cancellationToken);
        var isAdded = await changes.MakeAsync(new(reach.RegencyCode, day), new(reach, SettingSubject.Holiday, SettingNote.Day(day), null, name), () => days.AddHolidayAsync(reach.RegencyCode, day, name, cancellationToken), cancellationToken);
        return isAdded ? LocalRedirect("/kalender") : await AgainAsync(reach, AdminText.Days_Taken, cancellationToken);
    }

    public async Task<IActionResult> OnPostCloseAsync([FromForm] string? unit, [FromForm] DateOnly? dari, [FromForm] DateOnly? sampai, [FromForm] string? alasan, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        if (Areas.Units.All(one => one.Code != unit)) return NotFound();
        if (dari is not { } first || sampai is not { } last || !IsAhead(last) || Plain(alasan) is not { } reason) return await AgainAsync(reach, AdminText.Days_Incomplete, cancellationToken);
        var closure = new UnitClosure { RegencyCode = reach.RegencyCode, UnitCode = unit!, FirstDay = first, LastDay = last, Reason = reason };
        var isClosed = await changes.MakeAsync(new(reach.RegencyCode, first, unit), new(reach, SettingSubject.Closure, closure.UnitCode, null, Written(closure)), () => days.CloseAsync(closure, cancellationToken), cancellationToken);
        return isClosed ? LocalRedirect("/kalender") : await AgainAsync(reach, AdminText.Days_Incomplete, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] long id, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach || (await days.HolidaysAsync(reach.RegencyCode, today, cancellationToken)).Find(row => row.Id == id && row.RegencyCode is not null) is not { } own) return NotFound();
        var note = new SettingNote(reach, SettingSubject.Holiday, SettingNote.Day(own.Day), own.Name, null);
        return await changes.MakeAsync(new(reach.RegencyCode, today), note, () => days.RemoveHolidayAsync(reach.RegencyCode, id, cancellationToken), cancellationToken) ? LocalRedirect("/kalender") : NotFound();
    }

    public async Task<IActionResult> OnPostReopenAsync([FromForm] long id, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach || (await days.ClosuresAsync(reach.RegencyCode, today, cancellationToken)).Find(row => row.Id == id) is not { } closure) return NotFound();
        var note = new SettingNote(reach, SettingSubject.Closure, closure.UnitCode, Written(closure), null);
        return await changes.MakeAsync(new(reach.RegencyCode, today), note, () => days.ReopenAsync(reach.RegencyCode, id, cancellationToken), cancellationToken) ? LocalRedirect("/kalender") : NotFound();
    }

    private static string Written(UnitClosure closure) => SettingNote.Days(closure.FirstDay, closure.LastDay, closure.Reason);

    private bool IsAhead(DateOnly day) => day >= today && day.DayNumber - today.DayNumber <= MostDaysAhead;

    private static string? Plain(string? typed) => typed?.Trim() is { Length: > 0 and <= LongestName } words ? words : null;

    private async Task<OfficerReach?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayChange(reach)) return null;
        Regency = reach.RegencyCode;
        today = IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow());
        Areas = await history.AreasAsync(reach, cancellationToken);
        return reach;
    }

    private async Task<IActionResult> AgainAsync(OfficerReach reach, string problem, CancellationToken cancellationToken)
    {
        (Problem, Response.StatusCode) = (AdminWords.T(problem), StatusCodes.Status422UnprocessableEntity);
        return await ShowAsync(reach, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        Holidays = await days.HolidaysAsync(reach.RegencyCode, today, cancellationToken);
        Closures = await days.ClosuresAsync(reach.RegencyCode, today, cancellationToken);
        History = await history.ListAsync(reach, [SettingSubject.Holiday, SettingSubject.Closure], null, Areas, cancellationToken);
        YearsMissing = HolidayTableCheck.MissingYears(today, await days.YearsAsync(cancellationToken));
        return Page();
    }
}

/// <summary>A change as its form sends it.</summary>
public sealed class DayFields
{
    /// <summary>holiday, close, remove or reopen.</summary>
    public string? Aksi { get; set; }

    public long? Id { get; set; }

    public DateOnly? Hari { get; set; }

    public string? Nama { get; set; }

    public string? Unit { get; set; }

    public DateOnly? Dari { get; set; }

    public DateOnly? Sampai { get; set; }

    public string? Alasan { get; set; }

    /// <summary>The fields for the form that saves.</summary>
    public IEnumerable<(string Name, string Value)> Filled()
    {
        var all = new (string Name, object? Value)[] { ("id", Id), ("hari", Hari), ("nama", Nama), ("unit", Unit), ("dari", Dari), ("sampai", Sampai), ("alasan", Alasan) };
        return all.Where(field => field.Value is not null).Select(field => (field.Name, field.Value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{field.Value}"));
    }
}
