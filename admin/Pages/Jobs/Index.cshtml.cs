using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Jobs;

/// <summary>The recurring jobs and the queues of messages, for those who answer for the whole regency.</summary>
public sealed class IndexModel(CurrentOfficer current, JobBoard board, TimeProvider time) : PageModel
{
    private static readonly Role[] Readers = [Role.Slrt, Role.Dinsos];
    private IndonesianZone zone = IndonesianZone.OfArea("33");

    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public IReadOnlyList<ChannelAllowance> Channels { get; private set; } = [];

    public MessageLag Lag { get; private set; } = null!;

    /// <summary>Whether an officer may see this page.</summary>
    public static bool MayRead(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps(Readers);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        if (!MayRead(reach)) return NotFound();
        zone = IndonesianZone.OfArea(reach.RegencyCode);
        var today = zone.DayOf(time.GetUtcNow());
        Jobs = await board.JobsAsync(cancellationToken);
        Lag = await board.LagAsync(cancellationToken);
        Channels = await board.ChannelsAsync(zone.At(new DateOnly(today.Year, today.Month, 1), TimeOnly.MinValue), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "nama")] string? name, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        if (!MayRead(reach) || name is null || !await board.AskAsync(name, reach.OfficerId, cancellationToken)) return NotFound();
        return LocalRedirect("/tugas-berkala");
    }

    /// <summary>What officers call a job; its name in the timetable when it has no other.</summary>
    public static string NameOf(string job) => AdminWords.Has(KeyOf(job)) ? AdminWords.T(KeyOf(job)) : job;

    /// <summary>The key of a job's name.</summary>
    public static string KeyOf(string job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return $"Job_{job.Replace('-', '_')}";
    }

    /// <summary>"22 Nov 2026 09.15".</summary>
    public string Moment(DateTimeOffset? at) => at is { } known ? $"{IndonesianFormat.ShortDate(zone.DayOf(known))} {IndonesianFormat.Time(zone.TimeOf(known))}" : "–";

    /// <summary>Whole seconds since a moment, or none.</summary>
    public string Age(DateTimeOffset? since) => since is { } known ? IndonesianFormat.Number((long)Math.Max(0, (time.GetUtcNow() - known).TotalSeconds)) : "0";
}
