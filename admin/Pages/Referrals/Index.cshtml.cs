using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Digests;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Referrals;

/// <summary>The agencies that are late with an answer, the longest first, for Dinsos and SLRT.</summary>
public sealed class IndexModel(CurrentOfficer current, BotDbContext database, WorkCalendarBook calendars, TimeProvider time) : PageModel
{
    /// <summary>Rows of the page; the count above tells of the rest.</summary>
    private const int Most = 200;

    public IReadOnlyList<LateReferral> Late { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        if (!reach.AllRoles.Overlaps([Role.Slrt, Role.Dinsos])) return NotFound();
        var now = time.GetUtcNow();
        var working = calendars.Current.For(new Office(reach.RegencyCode));
        var late = from referral in AgencyListJob.Late(database, reach.RegencyCode, now)
                   join about in database.Cases.Where(CaseReach.Sees(reach)) on referral.CaseId equals about.Id
                   join unit in database.Set<PuskesosUnit>() on about.UnitCode equals unit.Code
                   select new { about.Ticket, referral.Agency, Unit = unit.Name, referral.SentAt, referral.AnswerDueAt, referral.ReceivedAt };
        Count = await late.CountAsync(cancellationToken);
        var rows = await late.OrderBy(row => row.AnswerDueAt).Take(Most).ToListAsync(cancellationToken);
        Late = [.. rows.Select(row => new LateReferral(
            row.Ticket, row.Agency, row.Unit, working.Zone.DayOf(row.SentAt!.Value), row.ReceivedAt is not null, working.WorkingDaysBetween(row.AnswerDueAt!.Value, now)))];
        return Page();
    }
}

/// <summary>A referral whose answer is late.</summary>
public sealed record LateReferral(string Ticket, string Agency, string Unit, DateOnly SentOn, bool IsReceived, int WorkingDaysLate);
