using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Views;

/// <summary>Who looked at which document and when, newest first; for the data-protection officer of the regency.</summary>
public sealed class IndexModel(CurrentOfficer current, BotDbContext database) : PageModel
{
    /// <summary>Lines of one page: a day of a busy regency.</summary>
    public const int PageSize = 100;

    /// <summary>Part of a ticket or of an officer's name.</summary>
    [BindProperty(Name = "cari", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Small pictures of the case's page are recorded too, but there are many of them.</summary>
    [BindProperty(Name = "kecil", SupportsGet = true)]
    public bool WithThumbnails { get; set; }

    /// <summary>Only lines before this number: where the page before ended.</summary>
    [BindProperty(Name = "sebelum", SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<ViewLine> Lines { get; private set; } = [];

    /// <summary>The address of older lines, when there are more.</summary>
    public string? Next { get; private set; }

    /// <summary>Only the data-protection officer reads the record.</summary>
    public static bool MayRead(OfficerReach reach) => reach.AllRoles.Contains(Role.DataProtection);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayRead(reach)) return NotFound();
        var words = string.IsNullOrWhiteSpace(Search) ? null : $"%{Search.Trim().Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%";
        var rows = await database.DocumentViews.AsNoTracking()
            .Where(view => (Before == null || view.Id < Before) && (WithThumbnails || view.Kind != ViewKind.Thumbnail))
            .Join(database.Cases.Where(row => row.RegencyCode == reach.RegencyCode), view => view.CaseId, row => row.Id, (view, row) => new { View = view, row.Ticket })
            .Join(database.Documents, found => found.View.DocumentId, file => file.Id, (found, file) => new { found.View, found.Ticket, file.Kind })
            .Join(database.Users, found => found.View.OfficerId, officer => officer.Id, (found, officer) => new { found.View, found.Ticket, found.Kind, officer.Name })
            .Where(found => words == null || EF.Functions.ILike(found.Ticket, words) || EF.Functions.ILike(found.Name, words))
            .OrderByDescending(found => found.View.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var labels = (await database.DocumentKinds.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(kind => kind.Code, kind => kind.Label);
        var zone = IndonesianZone.OfArea(reach.RegencyCode).Zone;
        Lines = [.. rows.Take(PageSize).Select(found => new ViewLine(
            Written(found.View.At, zone, "dd/MM/yyyy"), Written(found.View.At, zone, "HH.mm.ss"),
            found.Name, found.Ticket, found.Kind is { } kind ? labels.GetValueOrDefault(kind, kind) : AdminWords.T(AdminText.Documents_Unnamed), found.View.Kind))];
        if (rows.Count > PageSize) Next = $"/jejak-berkas?cari={Uri.EscapeDataString(Search ?? "")}&kecil={(WithThumbnails ? "true" : "false")}&sebelum={rows[PageSize - 1].View.Id}";
        return Page();
    }

    private static string Written(DateTimeOffset at, TimeZoneInfo zone, string format) => TimeZoneInfo.ConvertTime(at, zone).ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>One line of the record.</summary>
public sealed record ViewLine(string Day, string Time, string Officer, string Ticket, string Paper, ViewKind Kind);
