using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Admin.Pages.Wording;

/// <summary>All texts that residents and linked officers read, found by their words; those of the regency's own wording first.</summary>
public sealed class IndexModel(CurrentOfficer current, BotDbContext database) : PageModel
{
    /// <summary>A list that a phone can show; more words narrow it.</summary>
    public const int MostLines = 40;

    public IReadOnlyList<TextLine> Lines { get; private set; } = [];

    public string? Sought { get; private set; }

    public string Language { get; private set; } = TextCatalog.Indonesian;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "cari")] string? sought, [FromQuery(Name = "bahasa")] string? language, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !TextDuty.Holds(reach)) return NotFound();
        (Sought, Language) = (sought?.Trim(), TextCatalog.Languages.Contains(language) ? language! : TextCatalog.Indonesian);
        var own = (await TextEditing.InForceAsync(database, cancellationToken)).Where(row => row.RegencyCode == reach.RegencyCode && row.Language == Language).ToDictionary(row => row.Key, row => row.Words!);
        Lines = [.. TextCatalog.ResidentKeys.Select(key => new TextLine(key, own.GetValueOrDefault(key) ?? TextCatalog.Default(key, Language) ?? "", own.ContainsKey(key)))
            .Where(line => string.IsNullOrEmpty(Sought) ? line.IsOwn : Fits(line))
            .OrderByDescending(line => line.IsOwn).ThenBy(line => line.Key, StringComparer.Ordinal).Take(MostLines)];
        return Page();
    }

    private bool Fits(TextLine line) => line.Key.Contains(Sought!, StringComparison.OrdinalIgnoreCase) || line.Words.Contains(Sought!, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One text of the list.</summary>
public sealed record TextLine(string Key, string Words, bool IsOwn);
