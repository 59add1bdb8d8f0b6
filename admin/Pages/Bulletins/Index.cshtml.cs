using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Staff;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Bulletins;

/// <summary>The bulletins of the regency and the sub-district; Dinsos and TKSK write one here.</summary>
public sealed class IndexModel(CurrentOfficer current, BulletinBoard board, BotDbContext database) : PageModel
{
    /// <summary>A year of two a month.</summary>
    private const int MostBulletins = 50;

    private AreaNames names = null!;

    [BindProperty(Name = "judul")]
    public string? Heading { get; set; }

    [BindProperty(Name = "isi")]
    public string? Words { get; set; }

    [BindProperty(Name = "untuk")]
    public string? Area { get; set; }

    public IReadOnlyList<BulletinLine> Bulletins { get; private set; } = [];

    /// <summary>The areas for which the officer may publish; empty for a reader.</summary>
    public IReadOnlyList<(string Code, string Name)> Areas { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } reach ? await ShowAsync(reach, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || (await board.AreasAsync(reach, cancellationToken)).Count == 0) return NotFound();
        if (await board.PublishAsync(reach, Area ?? "", Heading ?? "", (Words ?? "").ReplaceLineEndings("\n"), cancellationToken) is { } made) return LocalRedirect($"/buletin/{made.Id}");
        (Problem, Response.StatusCode) = (AdminWords.T(AdminText.Bulletins_Incomplete), StatusCodes.Status422UnprocessableEntity);
        return await ShowAsync(reach, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        names = await AreaNames.LoadAsync(database, reach.RegencyCode, cancellationToken);
        Areas = [.. (await board.AreasAsync(reach, cancellationToken)).Select(code => (code, names.NameOf(code)))];
        var all = await board.ListAsync(reach, MostBulletins, cancellationToken);
        var unread = (await board.UnreadAsync(reach, cancellationToken)).Select(row => row.Id).ToHashSet();
        var by = all.Select(row => row.PublishedBy).Distinct().ToList();
        var authors = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        Bulletins = [.. all.Select(row => new BulletinLine(row, $"{authors.GetValueOrDefault(row.PublishedBy)}, {Moments.Of(reach.RegencyCode, row.PublishedAt)} · {names.NameOf(row.AreaCode)}", unread.Contains(row.Id)))];
        return Page();
    }
}

/// <summary>A bulletin of the list, with who wrote it when and for whom.</summary>
public sealed record BulletinLine(Bulletin Bulletin, string Source, bool IsUnread);
