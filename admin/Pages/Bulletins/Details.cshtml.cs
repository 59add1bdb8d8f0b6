using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Bulletins;

/// <summary>One bulletin, "sudah dibaca", and for whoever answers for its area who has read it and who has not.</summary>
public sealed class DetailsModel(CurrentOfficer current, BulletinBoard board, BotDbContext database) : PageModel
{
    public Bulletin Bulletin { get; private set; } = null!;

    public string Source { get; private set; } = "";

    public string Regency { get; private set; } = "";

    /// <summary>Still to be read by this officer.</summary>
    public bool IsUnread { get; private set; }

    /// <summary>Everybody for whom it is; null for a reader.</summary>
    public IReadOnlyList<BulletinReader>? Readers { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } reach) return NotFound();
        var author = await database.Users.Where(row => row.Id == Bulletin.PublishedBy).Select(row => row.Name).SingleAsync(cancellationToken);
        Source = $"{author}, {Moments.Of(reach.RegencyCode, Bulletin.PublishedAt)}";
        IsUnread = (await board.UnreadAsync(reach, cancellationToken)).Any(row => row.Id == id);
        if (await AnswersForAsync(reach, cancellationToken)) Readers = await board.ReadersAsync(Bulletin, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } reach) return NotFound();
        await board.ReadAsync(id, reach.OfficerId, cancellationToken);
        return LocalRedirect("/kasus");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } reach || !await AnswersForAsync(reach, cancellationToken)) return NotFound();
        await board.WithdrawAsync(Bulletin, cancellationToken);
        return LocalRedirect($"/buletin/{id}");
    }

    private async Task<OfficerReach?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || await board.FindAsync(reach, id, cancellationToken) is not { } found) return null;
        (Bulletin, Regency) = (found, reach.RegencyCode);
        return reach;
    }

    private async Task<bool> AnswersForAsync(OfficerReach reach, CancellationToken cancellationToken) => (await board.AreasAsync(reach, cancellationToken)).Contains(Bulletin.AreaCode);
}
