using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Learning;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Places;

/// <summary>Names that residents told and nobody knew, and the one click that teaches which village they mean.</summary>
public sealed class NamesModel(PlaceDuty duty, AliasTeaching teaching, LivePlaceIndex places) : PageModel
{
    /// <summary>A page that a phone can show; the most frequent names come first.</summary>
    private const int MostNames = 50;

    /// <summary>As many as a resident is offered.</summary>
    private const int Suggestions = 3;

    private DutyArea? area;

    public IReadOnlyList<MissedName> Missed { get; private set; } = [];

    public IReadOnlyList<TaughtName> Taught { get; private set; } = [];

    /// <summary>Every village that this officer may teach a name of, as it is typed into the field.</summary>
    public IReadOnlyList<PlaceCandidate> Villages { get; private set; } = [];

    public bool MayTeach => area?.MayTeach == true;

    public string Regency => area?.Regency.Name ?? "";

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await duty.FindAsync(cancellationToken) is not { } found) return NotFound();
        return await ShowAsync(found, cancellationToken);
    }

    public async Task<IActionResult> OnPostTeachAsync([FromForm] long id, [FromForm] string? kode, [FromForm] string? desa, CancellationToken cancellationToken)
    {
        if (await duty.FindAsync(cancellationToken) is not { MayTeach: true } found) return NotFound();
        var village = kode ?? VillagesOf(found).FirstOrDefault(candidate => string.Equals(LabelOf(candidate), desa?.Trim(), StringComparison.OrdinalIgnoreCase))?.Code;
        if (village is null)
        {
            Problem = AdminWords.T(AdminText.Names_ChooseVillage);
            return await ShowAsync(found, cancellationToken);
        }

        if (!PlaceCode.IsVillage(village) || !found.Holds(PlaceCode.SubDistrictOf(village))) return NotFound();
        return await teaching.TeachAsync(id, found.Regency.Code, village, cancellationToken) ? LocalRedirect("/wilayah/nama") : NotFound();
    }

    public async Task<IActionResult> OnPostDismissAsync([FromForm] long id, CancellationToken cancellationToken)
    {
        if (await duty.FindAsync(cancellationToken) is not { MayTeach: true } found) return NotFound();
        return await teaching.DismissAsync(id, found.Regency.Code, cancellationToken) ? LocalRedirect("/wilayah/nama") : NotFound();
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] long id, CancellationToken cancellationToken)
    {
        if (await duty.FindAsync(cancellationToken) is not { MayTeach: true } found) return NotFound();
        var taught = (await teaching.TaughtAsync(found.Regency.Code, cancellationToken)).FirstOrDefault(name => name.Id == id);
        if (taught is null || !found.Holds(PlaceCode.SubDistrictOf(taught.VillageCode))) return NotFound();
        await teaching.ForgetAsync(id, cancellationToken);
        return LocalRedirect("/wilayah/nama");
    }

    /// <summary>A village as it is chosen and typed: name and sub-district.</summary>
    public static string LabelOf(PlaceCandidate village) => $"{village.Name}, {village.SubDistrictName}";

    private async Task<IActionResult> ShowAsync(DutyArea found, CancellationToken cancellationToken)
    {
        area = found;
        var index = places.Current;
        var zone = IndonesianZone.OfArea(found.Regency.Code);
        var misses = await teaching.MissesAsync(found.Regency.Code, MostNames, cancellationToken);
        Missed = [.. misses.Select(miss => new MissedName(
            miss.Id, miss.Words, miss.Times, miss.Kind == MissKind.Outside, IndonesianFormat.ShortDate(zone.DayOf(miss.LastAt)),
            [.. index.NearestTo(miss.Words, found.Regency.Code, Suggestions).Where(village => found.Holds(village.SubDistrictCode))]))];
        Taught = [.. (await teaching.TaughtAsync(found.Regency.Code, cancellationToken)).Where(name => found.Holds(PlaceCode.SubDistrictOf(name.VillageCode)))];
        Villages = found.MayTeach ? [.. VillagesOf(found)] : [];
        return Page();
    }

    private IEnumerable<PlaceCandidate> VillagesOf(DutyArea found) => places.Current.VillagesOfRegency(found.Regency.Code).Where(village => found.Holds(village.SubDistrictCode));
}

/// <summary>A name on the page, with the villages that it may mean.</summary>
public sealed record MissedName(long Id, string Words, int Times, bool IsOutside, string LastDay, IReadOnlyList<PlaceCandidate> Nearest);
