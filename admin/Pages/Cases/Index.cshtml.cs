using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Pages.Chats;
using Puskesos.Admin.Pages.Rights;
using Puskesos.Admin.Security;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>The queue of everything in reach, by time; four counters are its filters.</summary>
public sealed class IndexModel(CurrentOfficer current, QueueReader queue, WaitingChats chats, BulletinBoard bulletins, ProtectionWork protection, TimeProvider time) : PageModel
{
    [BindProperty(Name = "daftar", SupportsGet = true)]
    public QueueList List { get; set; } = QueueList.Unit;

    /// <summary>A name or number looked for; sent in the form's body, because no name or number may stand in an address.</summary>
    [BindProperty(Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(Name = "hal", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<QueueRow> Rows { get; private set; } = [];

    public IReadOnlyList<WaitingChat> Waiting { get; private set; } = [];

    /// <summary>Bulletins that this officer has still to read.</summary>
    public IReadOnlyList<Bulletin> Unread { get; private set; } = [];

    /// <summary>A village head where the regency does not allow reading cases: the counts are in the report.</summary>
    public bool OnlyCounts { get; private set; }

    /// <summary>What waits for the data-protection officer; null for everybody else.</summary>
    public ProtectionCounts? Protection { get; private set; }

    public IReadOnlyDictionary<QueueList, int> Counts { get; private set; } = new Dictionary<QueueList, int>();

    public string Place { get; private set; } = "";

    public string Now { get; private set; } = "";

    public int Total { get; private set; }

    public IEnumerable<IGrouping<ClockGroup, QueueRow>> Groups => Rows.GroupBy(row => row.Clock.Group).OrderBy(group => group.Key);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <param name="again">The way back from a case that was found by a search.</param>
    public Task<IActionResult> OnGetAsync([FromQuery(Name = "lagi")] bool again, CancellationToken cancellationToken)
    {
        if (again) Search = QueuePlace.SearchOf(HttpContext);
        return ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        if (Search is not null && Ticket.Find(Search) is { } ticket) return LocalRedirect($"/kasus/{ticket}");
        Rows = Search is null ? await queue.ListAsync(reach, List, PageNumber, cancellationToken) : await queue.SearchAsync(reach, Search, cancellationToken);
        Counts = await queue.CountAsync(reach, cancellationToken);
        Total = Search is not null ? Rows.Count : Counts.TryGetValue(List, out var known) ? known : await queue.CountAsync(reach, List, cancellationToken);
        Waiting = await chats.ListAsync(reach, cancellationToken);
        Unread = await bulletins.UnreadAsync(reach, cancellationToken);
        OnlyCounts = reach.AllRoles.Contains(Role.VillageHead) && reach.OrdinaryUnits.Length == 0;
        Protection = await protection.CountAsync(reach, cancellationToken);
        Place = await queue.PlaceAsync(reach, cancellationToken);
        if (Search is null) QueuePlace.Keep(HttpContext);
        else QueuePlace.KeepSearch(HttpContext, Search);
        var zone = IndonesianZone.OfArea(reach.RegencyCode);
        var now = time.GetUtcNow();
        Now = $"{IndonesianFormat.Date(zone.DayOf(now))}, {IndonesianFormat.Time(zone.TimeOf(now), zone.Name)}";
        return Page();
    }
}
