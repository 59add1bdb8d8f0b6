using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Needs;

/// <summary>One need: its name, whether it is offered, its checklist; what residents would read, and every version before.</summary>
public sealed class EditModel(CurrentOfficer current, NeedEditing editing, TextCatalog texts, BotDbContext database, TimeProvider time) : PageModel
{
    /// <summary>How far back the cases are counted that a change would have touched.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private string regency = "";
    private Dictionary<long, string> officers = [];

    [BindProperty]
    public NeedFields Form { get; set; } = new();

    /// <summary>The need as the catalogue has it.</summary>
    public NeedCategory Standard { get; private set; } = null!;

    public CatalogueIndex Catalogue { get; private set; } = CatalogueIndex.Seed;

    public IReadOnlyList<NeedVersion> Versions { get; private set; } = [];

    /// <summary>What residents would read, after "Lihat dulu".</summary>
    public NeedPreview? Preview { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public bool MayChangeRequired => NeedText.MayChangeRequired(Standard);

    public bool MaySwitchOff => NeedText.MaySwitchOff(Standard);

    public async Task<IActionResult> OnGetAsync(string code, int? versi, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(code, cancellationToken) is null) return NotFound();
        var chosen = versi is null ? null : Versions.FirstOrDefault(version => version.Number == versi);
        if (versi is not null && chosen is null) return NotFound();
        Form = NeedFields.Of(chosen is null ? NeedText.Of(Catalogue[code]) : NeedEditing.TextOf(chosen));
        Form.Versi = Newest;
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string code, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(code, cancellationToken) is null) return NotFound();
        if (Check()) Preview = await PreviewAsync(Form.ToText(Standard), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string code, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(code, cancellationToken) is not { } reach) return NotFound();
        return Check() ? await SaveAsync(reach, Form.ToText(Standard), cancellationToken) : Page();
    }

    public async Task<IActionResult> OnPostBackAsync(string code, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(code, cancellationToken) is not { } reach || Versions is not [.., { IsStandard: false }]) return NotFound();
        if (NeedText.Of(Standard).Faults(Standard, Catalogue) is { Count: > 0 } faults) Refuse(faults.Select(fault => AdminWords.T($"NeedFault_{fault}")));
        else if (string.IsNullOrWhiteSpace(Form.Alasan)) Refuse([AdminWords.T(AdminText.Clocks_NoNote)]);
        return Problems.Count == 0 ? await SaveAsync(reach, null, cancellationToken) : Page();
    }

    /// <summary>"Bu Dewi, 22 Nov 2026 09.15".</summary>
    public string Line(NeedVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return $"{officers.GetValueOrDefault(version.SavedBy)}, {Moments.Of(regency, version.SavedAt)}";
    }

    /// <summary>"KTP, KK".</summary>
    public string Papers(IEnumerable<string> codes) => string.Join(", ", codes.Select(Catalogue.DocumentLabel)) is { Length: > 0 } some ? some : AdminWords.T(AdminText.Needs_NoPaper);

    private int Newest => Versions is [.., var last] ? last.Number : 0;

    private async Task<IActionResult> SaveAsync(OfficerReach reach, NeedText? text, CancellationToken cancellationToken)
    {
        if (await editing.SaveAsync(new NeedEdit(reach.RegencyCode, Standard.Code, Form.Versi, reach.OfficerId), text, Form.Alasan!, cancellationToken)) return LocalRedirect($"/kategori/{Standard.Code}");
        (Problems, Response.StatusCode) = ([AdminWords.T(AdminText.Programme_Overtaken)], StatusCodes.Status409Conflict);
        return Page();
    }

    private bool Check()
    {
        var faults = Form.ToText(Standard).Faults(Standard, Catalogue).Select(fault => AdminWords.T($"NeedFault_{fault}")).ToList();
        if (Form.Alasan?.Trim() is not { Length: > 0 and <= NeedText.LongestNote }) faults.Add(AdminWords.T(AdminText.Clocks_NoNote));
        if (faults.Count > 0) Refuse(faults);
        return faults.Count == 0;
    }

    private void Refuse(IEnumerable<string> problems) => (Problems, Response.StatusCode) = ([.. problems], StatusCodes.Status422UnprocessableEntity);

    private async Task<NeedPreview> PreviewAsync(NeedText text, CancellationToken cancellationToken)
    {
        var words = texts.For(regency);
        var changed = text.On(Standard);
        var offered = Catalogue.All.Where(need => need.MenuGroup == Standard.MenuGroup).Select(need => need.Code == changed.Code ? changed : need).Where(need => need.IsActive).ToList();
        var menu = offered.Count == 1 ? null : words.Fill(Questions.AskNeed_Question, TextCatalog.Indonesian, ("options", string.Join('\n', offered.Select((need, at) => $"{at + 1} {need.Label}"))));
        var papers = changed.DocumentNeed switch
        {
            DocumentNeed.Required => words.Fill(Questions.AskDocuments_Question, TextCatalog.Indonesian, ("documents", Papers(changed.RequiredDocuments))),
            DocumentNeed.Address => words.Fill(Questions.AskDocuments_Address, TextCatalog.Indonesian, ("documents", Papers(changed.RequiredDocuments))),
            DocumentNeed.Optional => words.Get(Questions.AskDocuments_Optional),
            _ => null,
        };
        var items = database.CaseItems.Where(item => item.CategoryCode == Standard.Code).Join(database.Cases.Where(row => row.RegencyCode == regency && !row.IsTest), item => item.CaseId, row => row.Id, (_, row) => row);
        var since = time.GetUtcNow() - Lately;
        return new NeedPreview(menu, papers, await items.CountAsync(row => row.FiledAt >= since, cancellationToken), await items.CountAsync(row => row.ClosedAt == null, cancellationToken));
    }

    private async Task<OfficerReach?> PrepareAsync(string code, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !IndexModel.MayChange(reach)) return null;
        if (await database.Categories.AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellationToken) is not { } standard) return null;
        (regency, Standard) = (reach.RegencyCode, standard);
        Catalogue = await NeedEditing.IndexAsync(database, regency, cancellationToken);
        Versions = await editing.HistoryAsync(regency, code, cancellationToken);
        var by = Versions.Select(version => version.SavedBy).Distinct().ToList();
        officers = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return reach;
    }
}

/// <summary>What residents would read, and how many cases it concerns.</summary>
/// <param name="Menu">The question with the needs of the menu entry; null when there is nothing to choose.</param>
/// <param name="Papers">The question for papers; null when none is asked.</param>
/// <param name="Lately">Cases of this need in the last month.</param>
/// <param name="Open">Those still open; they keep the papers that were asked of them.</param>
public sealed record NeedPreview(string? Menu, string? Papers, int Lately, int Open);

/// <summary>The fields of the form, named as they stand in the page.</summary>
public sealed class NeedFields
{
    public int Versi { get; set; }

    public string? Nama { get; set; }

    public bool Aktif { get; set; }

    /// <summary>Codes of papers that must be there, in the order of asking.</summary>
    public string[] Wajib { get; set; } = [];

    /// <summary>Codes of papers that help.</summary>
    public string[] Membantu { get; set; } = [];

    public string? Alasan { get; set; }

    public static NeedFields Of(NeedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NeedFields { Nama = text.Label, Aktif = text.IsActive, Wajib = [.. text.Required], Membantu = [.. text.Helpful] };
    }

    /// <summary>What was ticked; papers that are a rule are not taken from the form.</summary>
    public NeedText ToText(NeedCategory standard) => new(
        Nama?.Trim() ?? "", Aktif || !NeedText.MaySwitchOff(standard),
        NeedText.MayChangeRequired(standard) ? Wajib.Where(code => code.Length > 0).ToList() : standard.RequiredDocuments, Membantu.Where(code => code.Length > 0).ToList());
}
