using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.Rights;

/// <summary>What residents ask of their data, the late ones first, and the form for a letter or a visit; for the data-protection officer (DOMAIN §3, §4.6).</summary>
public sealed class IndexModel(CurrentOfficer current, RightsDesk desk, TimeProvider time) : PageModel
{
    /// <summary>A letter that lay longer is a slip of the date.</summary>
    private const int MostDaysBack = 60;

    [BindProperty]
    public RightsFields Form { get; set; } = new();

    public IReadOnlyList<RightsLine> Open { get; private set; } = [];

    public IReadOnlyList<RightsLine> Closed { get; private set; } = [];

    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !RightsDesk.Holds(reach)) return NotFound();
        if (Form.Problem() is { } problem) return await ShowAsync(problem, cancellationToken);
        if (!ModelState.IsValid || ReceivedAt(reach) is not { } received) return await ShowAsync(AdminText.Rights_BadDay, cancellationToken);
        var wish = new RightsWish(reach.RegencyCode, Form.Jenis, Form.Cara) { Name = Form.Nama, Contact = Form.Kontak, Words = Form.Isi, ReceivedAt = received, RecordedBy = reach.OfficerId, OnceKey = Form.Sekali };
        return await desk.RecordAsync(reach, wish, Form.Person, cancellationToken) is { } filed ? LocalRedirect($"/hak-warga/{filed.Id}") : await ShowAsync(AdminText.Rights_NobodyFound, cancellationToken);
    }

    /// <summary>Now for today or no day; else the beginning of that day, so that the time of the law is never too long. Null for a day to come or long ago.</summary>
    private DateTimeOffset? ReceivedAt(OfficerReach reach)
    {
        var (zone, now) = (IndonesianZone.OfArea(reach.RegencyCode), time.GetUtcNow());
        var today = zone.DayOf(now);
        if (Form.Diterima is not { } day || day == today) return now;
        return day < today && today.DayNumber - day.DayNumber <= MostDaysBack ? zone.At(day, TimeOnly.MinValue) : null;
    }

    private async Task<IActionResult> ShowAsync(string? problem, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !RightsDesk.Holds(reach)) return NotFound();
        if (problem is not null) (Problem, Response.StatusCode) = (AdminWords.T(problem), StatusCodes.Status422UnprocessableEntity);
        var now = time.GetUtcNow();
        var all = await desk.ListAsync(reach, cancellationToken);
        Open = [.. all.Where(row => row.ClosedAt is null).Select(row => RightsLine.Of(row, reach.RegencyCode, now))];
        Closed = [.. all.Where(row => row.ClosedAt is not null).Select(row => RightsLine.Of(row, reach.RegencyCode, now))];
        return Page();
    }
}

/// <summary>A request in the list, without who asked.</summary>
/// <param name="Id">Its page.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Came">How and when it came.</param>
/// <param name="Time">The time left, or how it ended.</param>
/// <param name="Class">The colour of that.</param>
public sealed record RightsLine(long Id, string Number, RightsKind Kind, string Came, string Time, string Class)
{
    /// <summary>With less time left it stands out.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public static RightsLine Of(RightsRequest row, string regency, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        var came = $"{AdminWords.T($"RightsSource_{row.Source}")}, {Moments.Of(regency, row.ReceivedAt)}";
        return new RightsLine(row.Id, row.Number, row.Kind, came, TimeOf(row, now), row switch
        {
            { ClosedAt: not null } => "ok",
            _ when row.IsLate(now) => "late",
            _ when row.DueAt - now < Soon => "turn",
            _ => "act",
        });
    }

    /// <summary>"Sisa 40 jam", "Lewat 3 jam", or how it ended.</summary>
    public static string TimeOf(RightsRequest row, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Outcome is { } outcome) return AdminWords.T($"RightsOutcome_{outcome}");
        var hours = (int)Math.Floor(Math.Abs((row.DueAt - now).TotalHours));
        return AdminWords.T(row.IsLate(now) ? AdminText.Rights_HoursOver : AdminText.Rights_HoursLeft, ("n", $"{hours}"));
    }
}

/// <summary>The fields of the forms, named as they stand in the pages.</summary>
public sealed class RightsFields
{
    private const int NikDigits = 16;

    public RightsKind Jenis { get; set; } = RightsKind.Access;

    public RightsSource Cara { get; set; } = RightsSource.Visit;

    public string? Nama { get; set; }

    public string? Kontak { get; set; }

    public DateOnly? Diterima { get; set; }

    public string? Nik { get; set; }

    public string? Tiket { get; set; }

    public bool Dibantu { get; set; }

    public string? Isi { get; set; }

    public Guid? Sekali { get; set; }

    /// <summary>What leads to the person.</summary>
    public RightsPerson Person => new(Digits(Nik), string.IsNullOrWhiteSpace(Tiket) ? null : Tiket.Trim(), Dibantu);

    /// <summary>Key of what is missing or wrong; null when nothing is.</summary>
    public string? Problem()
    {
        var says = Nama?.Trim() is { Length: > 0 and <= RightsRequest.LongestName } && Isi?.Trim() is { Length: > 0 and <= RightsRequest.LongestWords } && Kontak is null or { Length: <= RightsRequest.LongestContact };
        if (!says || !Enum.IsDefined(Jenis) || Cara is not (RightsSource.Letter or RightsSource.Visit)) return AdminText.Rights_Incomplete;
        return HasBadNik ? AdminText.WalkIn_BadNik : null;
    }

    /// <summary>Something was typed for a NIK that is none.</summary>
    public bool HasBadNik => !string.IsNullOrWhiteSpace(Nik) && Digits(Nik) is null;

    private static string? Digits(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit)) is { Length: NikDigits } digits ? digits : null;
}
