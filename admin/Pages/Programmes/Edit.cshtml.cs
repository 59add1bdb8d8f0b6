using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Programmes;

/// <summary>Writes what residents read about one programme: preview, draft, publish, withdraw, and every version before.</summary>
public sealed class EditModel(CurrentOfficer current, ProgrammeEditing editing, TextCatalog texts, BotDbContext database, TimeProvider time) : PageModel
{
    private IndonesianZone zone = IndonesianZone.OfArea("33");

    [BindProperty]
    public ProgrammeFields Form { get; set; } = new();

    /// <summary>Null = a new one.</summary>
    public long? Id { get; private set; }

    public IReadOnlyList<ProgrammeVersion> Versions { get; private set; } = [];

    public ProgrammeVersion? Shown { get; private set; }

    /// <summary>What a resident would read, after "Lihat dulu".</summary>
    public string? Preview { get; private set; }

    public IReadOnlyList<ProgrammeFault> Faults { get; private set; } = [];

    public string? Problem { get; private set; }

    private Dictionary<long, string> officers = [];

    public async Task<IActionResult> OnGetAsync(string which, int? versi, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(which, cancellationToken) is null) return NotFound();
        var chosen = versi is null ? (Versions is [.., var last] ? last : null) : Versions.FirstOrDefault(version => version.Number == versi);
        if (versi is not null && chosen is null) return NotFound();
        if (chosen is not null) Form = ProgrammeFields.Of(ProgrammeEditing.TextOf(chosen));
        Form.Versi = Versions.Count == 0 ? 0 : Versions[^1].Number;
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string which, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(which, cancellationToken) is null) return NotFound();
        var text = Form.ToText();
        Faults = text.Faults(Today);
        if (Faults.Count > 0) return Again(StatusCodes.Status422UnprocessableEntity, AdminWords.T(AdminText.Programme_Incomplete));
        Preview = texts.Fill(
            Questions.TellInfo_Answer, TextCatalog.Indonesian,
            ("programme", text.Name), ("answer", ProgrammeAnswer.Of(text, ProgrammePart.All, texts, TextCatalog.Indonesian)), ("owner", text.Owner), ("date", IndonesianFormat.Date(text.CheckedOn!.Value)));
        return Page();
    }

    public Task<IActionResult> OnPostDraftAsync(string which, CancellationToken cancellationToken) => SaveAsync(which, ProgrammeState.Draft, cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(string which, CancellationToken cancellationToken) => SaveAsync(which, ProgrammeState.Published, cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(string which, CancellationToken cancellationToken) => SaveAsync(which, ProgrammeState.Withdrawn, cancellationToken);

    /// <summary>"diterbitkan, Bu Dewi, 22 Nov 2026 09.15".</summary>
    public string Line(ProgrammeVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var who = version.SavedBy is { } id && officers.TryGetValue(id, out var name) ? name : AdminWords.T(AdminText.Programme_System);
        return $"{who}, {IndonesianFormat.ShortDate(zone.DayOf(version.SavedAt))} {IndonesianFormat.Time(zone.TimeOf(version.SavedAt))}";
    }

    /// <summary>"true" for a field that keeps the form from being saved, for aria-invalid.</summary>
    public string? Invalid(ProgrammeFault fault) => Faults.Contains(fault) ? "true" : null;

    private DateOnly Today => zone.DayOf(time.GetUtcNow());

    private async Task<IActionResult> SaveAsync(string which, ProgrammeState state, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(which, cancellationToken) is not { } reach || (state == ProgrammeState.Withdrawn && Shown is null)) return NotFound();
        var text = state == ProgrammeState.Withdrawn ? ProgrammeEditing.TextOf(Shown!) : Form.ToText();
        Faults = text.Faults(Today);
        if (Faults.Count > 0) return Again(StatusCodes.Status422UnprocessableEntity, AdminWords.T(AdminText.Programme_Incomplete));
        var saved = await editing.SaveAsync(new ProgrammeEditor(reach.RegencyCode, reach.OfficerId), Id, Form.Versi, text, state, cancellationToken);
        if (saved.Id is { } id) return LocalRedirect($"/program/{id}");
        return saved.IsOvertaken ? Again(StatusCodes.Status409Conflict, AdminWords.T(AdminText.Programme_Overtaken)) : NotFound();
    }

    private PageResult Again(int status, string problem)
    {
        (Response.StatusCode, Problem) = (status, problem);
        return Page();
    }

    private async Task<OfficerReach?> PrepareAsync(string which, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !IndexModel.MayChange(reach)) return null;
        zone = IndonesianZone.OfArea(reach.RegencyCode);
        if (which == "baru") return reach;
        if (!long.TryParse(which, out var id) || (await editing.ListAsync(reach.RegencyCode, cancellationToken)).FirstOrDefault(row => row.Id == id) is not { } programme) return null;
        (Id, Versions, Shown) = (id, programme.Versions, ProgrammeEditing.ReadNow(programme));
        var by = programme.Versions.Select(version => version.SavedBy).OfType<long>().Distinct().ToList();
        officers = await database.Users.Where(officer => by.Contains(officer.Id)).ToDictionaryAsync(officer => officer.Id, officer => officer.Name, cancellationToken);
        return reach;
    }
}

/// <summary>The fields of the form, named as they stand in the page.</summary>
public sealed class ProgrammeFields
{
    public int Versi { get; set; }

    public string? Nama { get; set; }

    public string? Kata { get; set; }

    public string? Ringkas { get; set; }

    public string? Syarat { get; set; }

    public string? Berkas { get; set; }

    public string? Cara { get; set; }

    public string? Pemilik { get; set; }

    public string? Catatan { get; set; }

    public DateOnly? Tanggal { get; set; }

    /// <summary>The form filled with a version's words.</summary>
    public static ProgrammeFields Of(ProgrammeText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ProgrammeFields
        {
            Nama = text.Name,
            Kata = string.Join(", ", text.Words),
            Ringkas = text.Summary,
            Syarat = text.Conditions,
            Berkas = text.Papers,
            Cara = text.Register,
            Pemilik = text.Owner,
            Catatan = text.Note,
            Tanggal = text.CheckedOn,
        };
    }

    /// <summary>What was typed, blanks at the ends taken off.</summary>
    public ProgrammeText ToText() => new()
    {
        Name = Plain(Nama),
        Words = ProgrammeText.WordsOf(Kata),
        Summary = Plain(Ringkas),
        Conditions = Plain(Syarat),
        Papers = Plain(Berkas),
        Register = Plain(Cara),
        Owner = Plain(Pemilik),
        Note = Plain(Catatan),
        CheckedOn = Tanggal,
    };

    private static string Plain(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}
