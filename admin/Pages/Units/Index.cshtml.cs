using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Opening;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Units;

/// <summary>The units of the regency, and the first step of a new one: where it is and how to reach it.</summary>
public sealed class IndexModel(CurrentOfficer current, UnitOpening opening, BotDbContext database, TimeProvider time) : PageModel
{
    [BindProperty]
    public UnitFields Form { get; set; } = new();

    /// <summary>The place chosen for a new unit.</summary>
    [BindProperty(Name = "wilayah", SupportsGet = true)]
    public string? Area { get; set; }

    public IReadOnlyList<PuskesosUnit> Units { get; private set; } = [];

    public IReadOnlyList<FreeArea> Free { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is null) return NotFound();
        if (Free.FirstOrDefault(area => area.Code == Area) is { } chosen) Form.Nama = AdminWords.T(AdminText.Units_NameOffered, ("name", chosen.Name));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        var card = Form.ToCard();
        Problem = Free.All(area => area.Code != Area) ? AdminWords.T(AdminText.Units_NoArea) : card.Fits ? null : AdminWords.T(AdminText.Units_Incomplete);
        if (Problem is null && await opening.BeginAsync(reach, Area!, card, Today, cancellationToken) is { } made) return LocalRedirect($"/unit/{made.Code}");
        (Problem, Response.StatusCode) = (Problem ?? AdminWords.T(AdminText.Units_NoArea), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<OfficerReach?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !StaffBook.MayManage(reach)) return null;
        Today = IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow());
        Units = await database.Set<PuskesosUnit>().AsNoTracking().Where(unit => unit.RegencyCode == reach.RegencyCode && !unit.IsTest).OrderByDescending(unit => unit.ValidFrom >= UnitOpening.NotYet).ThenBy(unit => unit.Name).ToListAsync(cancellationToken);
        Free = await opening.FreeAreasAsync(reach.RegencyCode, Today, cancellationToken);
        return reach;
    }
}

/// <summary>The card of a unit, named as its fields stand in the pages.</summary>
public sealed class UnitFields
{
    public string? Nama { get; set; }

    public string? Alamat { get; set; }

    public string? Telepon { get; set; }

    public bool Tetangga { get; set; } = true;

    public static UnitFields Of(PuskesosUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new UnitFields { Nama = unit.Name, Alamat = unit.Address, Telepon = unit.Phone, Tetangga = unit.AcceptsNeighbours };
    }

    public OpeningCard ToCard() => new(Nama?.Trim() ?? "", Plain(Alamat), Plain(Telepon), Tetangga);

    private static string? Plain(string? typed) => typed?.Trim() is { Length: > 0 } words ? words : null;
}
