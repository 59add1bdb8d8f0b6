using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Privacy.Breaches;

namespace Puskesos.Admin.Pages.Breaches;

/// <summary>Every breach of personal data, those of which somebody has still to be told first; written by the data-protection officer, read by Dinsos.</summary>
public sealed class IndexModel(CurrentOfficer current, BreachBook book, TimeProvider time) : PageModel
{
    [BindProperty]
    public BreachFields Form { get; set; } = new();

    public IReadOnlyList<BreachLine> Lines { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !BreachBook.MayWrite(reach)) return NotFound();
        var facts = ModelState.IsValid ? Form.ToFacts(reach.RegencyCode) : null;
        return facts is not null && await book.RecordAsync(reach, facts, Form.Sekali, cancellationToken) is { } made
            ? LocalRedirect($"/insiden/{made.Id}") : await ShowAsync(AdminText.Breaches_Incomplete, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string? problem, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !BreachBook.MayRead(reach)) return NotFound();
        if (problem is not null) (Problem, Response.StatusCode) = (AdminWords.T(problem), StatusCodes.Status422UnprocessableEntity);
        var now = time.GetUtcNow();
        MayWrite = BreachBook.MayWrite(reach);
        if (problem is null) Form.Hari = IndonesianZone.OfArea(reach.RegencyCode).DayOf(now);
        Lines = [.. (await book.ListAsync(reach, cancellationToken)).Select(row => BreachLine.Of(row, reach.RegencyCode, now))];
        return Page();
    }
}

/// <summary>A breach in the list.</summary>
/// <param name="Id">Its page.</param>
/// <param name="Number">Its number.</param>
/// <param name="Found">When it became known.</param>
/// <param name="Time">The time left to tell, or that all are told.</param>
/// <param name="Class">The colour of that.</param>
public sealed record BreachLine(long Id, string Number, string Found, string Time, string Class)
{
    public static BreachLine Of(DataBreach row, string regency, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        var hours = $"{(int)Math.Floor(Math.Abs((row.DueAt - now).TotalHours))}";
        return new BreachLine(row.Id, row.Number, Moments.Of(regency, row.FoundAt), row switch
        {
            { IsWaiting: false } => AdminWords.T(AdminText.Breaches_AllTold),
            _ when row.IsLate(now) => AdminWords.T(AdminText.Rights_HoursOver, ("n", hours)),
            _ => AdminWords.T(AdminText.Rights_HoursLeft, ("n", hours)),
        }, row.IsWaiting ? row.IsLate(now) ? "late" : "turn" : "ok");
    }
}

/// <summary>The fields of the form, named as they stand in the page.</summary>
public sealed class BreachFields
{
    public DateOnly? Hari { get; set; }

    public TimeOnly? Jam { get; set; }

    public string? Terjadi { get; set; }

    public string? Kejadian { get; set; }

    public string? Data { get; set; }

    public string? Orang { get; set; }

    public string? Tindakan { get; set; }

    public DateOnly? OrangTahu { get; set; }

    public string? OrangCara { get; set; }

    public DateOnly? LembagaTahu { get; set; }

    public string? LembagaSurat { get; set; }

    public string? Umum { get; set; }

    /// <summary>How many changes the page knew of.</summary>
    public int Versi { get; set; }

    public Guid? Sekali { get; set; }

    public static BreachFields Of(BreachFacts facts, string regency, int version)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var zone = IndonesianZone.OfArea(regency);
        return new BreachFields
        {
            Hari = zone.DayOf(facts.FoundAt),
            Jam = zone.TimeOf(facts.FoundAt),
            Terjadi = facts.Happened,
            Kejadian = facts.What,
            Data = facts.Data,
            Orang = facts.People is { } people ? $"{people}" : null,
            Tindakan = facts.Measures,
            OrangTahu = facts.PersonsToldOn,
            OrangCara = facts.PersonsTold,
            LembagaTahu = facts.AuthorityToldOn,
            LembagaSurat = facts.AuthorityTold,
            Umum = facts.PublicTold,
            Versi = version,
        };
    }

    /// <summary>What was typed; null when something is missing or the number of people is none.</summary>
    public BreachFacts? ToFacts(string regency)
    {
        int? people = null;
        if (Plain(Orang) is { } typed)
        {
            if (!int.TryParse(typed.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            people = number;
        }

        if (Hari is not { } day || Jam is not { } hour || Plain(Kejadian) is not { } what || Plain(Data) is not { } data || Plain(Tindakan) is not { } measures) return null;
        return new BreachFacts
        {
            What = what,
            Happened = Plain(Terjadi),
            FoundAt = IndonesianZone.OfArea(regency).At(day, hour).ToUniversalTime(),
            Data = data,
            People = people,
            Measures = measures,
            PersonsToldOn = OrangTahu,
            PersonsTold = Plain(OrangCara),
            AuthorityToldOn = LembagaTahu,
            AuthorityTold = Plain(LembagaSurat),
            PublicTold = Plain(Umum),
        };
    }

    private static string? Plain(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim() is { Length: > 0 } words ? words : null;
}
