using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Core.Calendar;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Programmes;

/// <summary>What residents are told about programmes: every officer reads it, Dinsos edits it.</summary>
public sealed class IndexModel(CurrentOfficer current, ProgrammeEditing editing, BotDbContext database, TimeProvider time) : PageModel
{
    /// <summary>An entry nobody checked for so long wants another look (DOMAIN §2, F23).</summary>
    private const int CheckedWithinDays = 90;

    /// <summary>Questions of the last month are shown.</summary>
    private const int CountedDays = 30;

    public IReadOnlyList<ProgrammeLine> Lines { get; private set; } = [];

    /// <summary>Questions that the catalogue had no answer to.</summary>
    public int Unanswered { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>Only Dinsos changes what residents read.</summary>
    public static bool MayChange(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.Dinsos);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return NotFound();
        MayEdit = MayChange(reach);
        var today = IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow());
        var asked = await ProgrammeCount.SinceAsync(database, reach.RegencyCode, today.AddDays(-CountedDays), cancellationToken);
        Unanswered = asked.GetValueOrDefault(0);
        Lines = [.. (await editing.ListAsync(reach.RegencyCode, cancellationToken))
            .Select(programme => LineOf(programme, today, asked.GetValueOrDefault(programme.Id)))
            .Where(line => MayEdit || line.Shown is not null)
            .OrderBy(line => line.Newest.Name, StringComparer.OrdinalIgnoreCase)];
        return Page();
    }

    private static ProgrammeLine LineOf(Programme programme, DateOnly today, int asked)
    {
        var (newest, shown) = (programme.Versions[^1], ProgrammeEditing.ReadNow(programme));
        return new ProgrammeLine(programme.Id, newest, shown, shown is not null && shown.CheckedOn.AddDays(CheckedWithinDays) < today, asked);
    }

    /// <summary>"Dinas Sosial …, 15 Okt 2026".</summary>
    public static string Source(ProgrammeVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return $"{version.Owner}, {IndonesianFormat.ShortDate(version.CheckedOn)}";
    }
}

/// <summary>A programme in the list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Newest">The version saved last.</param>
/// <param name="Shown">The version residents read; null = none.</param>
/// <param name="IsOld">Checked too long ago.</param>
/// <param name="Asked">Questions in the last month.</param>
public sealed record ProgrammeLine(long Id, ProgrammeVersion Newest, ProgrammeVersion? Shown, bool IsOld, int Asked);
