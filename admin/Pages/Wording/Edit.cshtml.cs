using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Admin.Pages.Wording;

/// <summary>One text: the built-in wording, the regency's own, a preview with its gaps filled, and every version before.</summary>
public sealed class EditModel(CurrentOfficer current, TextEditing editing, BotDbContext database) : PageModel
{
    /// <summary>What stands for a gap in the preview.</summary>
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["ticket"] = "TGL-2611-0042-7",
        ["name"] = "Bu Sarinah",
        ["officer"] = "Rini",
        ["unit"] = "Puskesos Jatibogor",
        ["date"] = "Jumat, 13 November",
        ["time"] = "10.00 WIB",
        ["village"] = "Jatibogor",
        ["subdistrict"] = "Suradadi",
        ["agency"] = "Dinas Sosial",
        ["documents"] = "KTP, KK",
        ["daypart"] = "pagi",
        ["code"] = "4071",
    };

    private IndonesianZone zone = IndonesianZone.OfArea("33");
    private Dictionary<long, string> officers = [];

    [BindProperty(Name = "teks")]
    public string? Words { get; set; }

    [BindProperty(Name = "versi")]
    public int Number { get; set; }

    public string Key { get; private set; } = "";

    public string Language { get; private set; } = TextCatalog.Indonesian;

    /// <summary>The text that comes with the product; null when this language has none and reads Indonesian.</summary>
    public string? BuiltIn { get; private set; }

    public bool MayChange { get; private set; }

    public IReadOnlyList<string> Gaps { get; private set; } = [];

    public IReadOnlyList<TextOverride> Versions { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public string? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, [FromQuery] string? bahasa, [FromQuery] int? dari, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(key, bahasa, cancellationToken) is null) return NotFound();
        var chosen = dari is null ? (Versions is [.., var last] ? last : null) : Versions.FirstOrDefault(version => version.Number == dari);
        Words = chosen?.Words ?? BuiltIn ?? TextCatalog.Default(key, TextCatalog.Indonesian);
        Number = Versions is [.., var newest] ? newest.Number : 0;
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string key, [FromQuery] string? bahasa, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(key, bahasa, cancellationToken) is null || !MayChange) return NotFound();
        if (!Check()) return Page();
        Preview = TextFill.Fill(Words!, [.. Gaps.Select(gap => (gap, Samples.GetValueOrDefault(gap, $"({gap})")))]);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string key, [FromQuery] string? bahasa, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(key, bahasa, cancellationToken) is not { } reach || !MayChange) return NotFound();
        return Check() ? await SaveAsync(reach, Words, cancellationToken) : Page();
    }

    public async Task<IActionResult> OnPostBackAsync(string key, [FromQuery] string? bahasa, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(key, bahasa, cancellationToken) is not { } reach || Versions is not [.., { Words: not null }]) return NotFound();
        return await SaveAsync(reach, null, cancellationToken);
    }

    /// <summary>"Bu Dewi, 22 Nov 2026 09.15".</summary>
    public string Line(TextOverride version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return $"{officers.GetValueOrDefault(version.SavedBy)}, {IndonesianFormat.ShortDate(zone.DayOf(version.SavedAt))} {IndonesianFormat.Time(zone.TimeOf(version.SavedAt))}";
    }

    private async Task<IActionResult> SaveAsync(OfficerReach reach, string? words, CancellationToken cancellationToken)
    {
        if (await editing.SaveAsync(new TextVersion(reach.RegencyCode, Key, Language, Number), words, reach.OfficerId, cancellationToken)) return LocalRedirect($"/teks/{Key}?bahasa={Language}");
        (Problems, Response.StatusCode) = ([AdminWords.T(AdminText.Programme_Overtaken)], StatusCodes.Status409Conflict);
        return Page();
    }

    private bool Check()
    {
        Words = (Words ?? "").ReplaceLineEndings("\n").Trim();
        Problems = [.. TextCheck.Faults(Key, Words).Select(finding => AdminWords.T($"TextFault_{finding.Fault}", ("gap", $"{{{finding.Gap.Trim('{')}}}")))];
        if (Problems.Count == 0) return true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return false;
    }

    private async Task<OfficerReach?> PrepareAsync(string key, string? language, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !TextDuty.Holds(reach) || !TextCatalog.ResidentKeys.Contains(key)) return null;
        language ??= TextCatalog.Indonesian;
        if (!TextCatalog.Languages.Contains(language)) return null;
        zone = IndonesianZone.OfArea(reach.RegencyCode);
        (Key, Language, BuiltIn, MayChange, Gaps) = (key, language, TextCatalog.Default(key, language), TextCheck.MayChange(key), TextFill.Gaps(TextCatalog.Default(key, TextCatalog.Indonesian)!));
        Versions = await editing.HistoryAsync(reach.RegencyCode, key, language, cancellationToken);
        var by = Versions.Select(version => version.SavedBy).Distinct().ToList();
        officers = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return reach;
    }
}
