using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Pages.Views;

/// <summary>Who looked at which case, and who opened a masked number and why, newest first; for the data-protection officer of the regency (DOMAIN §3, §9).</summary>
public sealed class CasesModel(CurrentOfficer current, FieldCipher cipher, BotDbContext database) : PageModel
{
    /// <summary>Lines of one page: a day of a busy regency.</summary>
    private const int PageSize = 100;

    /// <summary>A whole ticket, or part of an officer's name.</summary>
    [BindProperty(Name = "cari", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Only the numbers that were opened.</summary>
    [BindProperty(Name = "nomor", SupportsGet = true)]
    public bool OnlyNumbers { get; set; }

    /// <summary>Only lines before this number: where the page before ended.</summary>
    [BindProperty(Name = "sebelum", SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<CaseViewLine> Lines { get; private set; } = [];

    /// <summary>The address of older lines, when there are more.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !IndexModel.MayRead(reach)) return NotFound();
        var looks = database.CaseEvents.AsNoTracking().Where(line => line.OfficerId != null && (line.Kind == CaseEventKind.Revealed || (!OnlyNumbers && line.Kind == CaseEventKind.Viewed)));
        if (Before is { } before) looks = looks.Where(line => line.Id < before);
        if (!string.IsNullOrWhiteSpace(Search)) looks = await SoughtAsync(looks, reach, Search.Trim(), cancellationToken);
        var rows = await looks
            .Join(database.Cases.Where(row => row.RegencyCode == reach.RegencyCode), line => line.CaseId, row => row.Id, (line, row) => new { Line = line, row.Ticket, row.Secrecy })
            .OrderByDescending(row => row.Line.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Line.OfficerId!.Value).Distinct().ToArray();
        var names = await database.Users.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        Lines = [.. rows.Take(PageSize).Select(row => new CaseViewLine(
            Moments.Of(reach.RegencyCode, row.Line.At), names.GetValueOrDefault(row.Line.OfficerId!.Value, AdminWords.T(AdminText.By_Officer)), RoleOf(row.Line.ActorRole),
            row.Ticket, row.Secrecy == Secrecy.Secret, row.Line.Words is { } reason ? cipher.OpenText(reason) : null))];
        if (rows.Count > PageSize) Next = $"/jejak-kasus?cari={Uri.EscapeDataString(Search ?? "")}&nomor={(OnlyNumbers ? "true" : "false")}&sebelum={rows[PageSize - 1].Line.Id}";
        return Page();
    }

    private async Task<IQueryable<CaseEvent>> SoughtAsync(IQueryable<CaseEvent> looks, OfficerReach reach, string sought, CancellationToken cancellationToken)
    {
        if (Ticket.Find(sought) is { } ticket)
        {
            var about = await database.Cases.Where(row => row.Ticket == ticket && row.RegencyCode == reach.RegencyCode).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken);
            return looks.Where(line => line.CaseId == about);
        }

        var pattern = $"%{sought.Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%";
        var officers = await database.Users.Where(row => row.RegencyCode == reach.RegencyCode && EF.Functions.ILike(row.Name, pattern)).Select(row => row.Id).ToListAsync(cancellationToken);
        return looks.Where(line => officers.Contains(line.OfficerId!.Value));
    }

    private static string RoleOf(string code) => RoleCodes.Parse(code) is { } role ? AdminWords.T($"Role_{role}") : AdminWords.T(AdminText.By_Officer);
}

/// <summary>One look at a case.</summary>
/// <param name="When">The moment, in words.</param>
/// <param name="Officer">Who looked.</param>
/// <param name="Role">In which duty.</param>
/// <param name="Ticket">At which case.</param>
/// <param name="IsSecret">S1: looked through every month (DOMAIN §9).</param>
/// <param name="Reason">Why a masked number was opened; null for a look.</param>
public sealed record CaseViewLine(string When, string Officer, string Role, string Ticket, bool IsSecret, string? Reason);
