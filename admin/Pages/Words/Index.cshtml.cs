using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Words;

/// <summary>What residents wrote and the bot did not understand; one click gives a word to a need, and it can be taken back.</summary>
public sealed class IndexModel(CurrentOfficer current, LexiconTeaching teaching, BotDbContext database) : PageModel
{
    /// <summary>The most frequent fill a screen or two; the rest follows when these are done.</summary>
    private const int MostLines = 40;

    /// <summary>The latest changes; older ones stay in the database.</summary>
    private const int MostChanges = 20;

    private Dictionary<long, string> officers = [];

    public CatalogueIndex Catalogue { get; private set; } = CatalogueIndex.Seed;

    public IReadOnlyList<MissedLine> Lines { get; private set; } = [];

    public IReadOnlyList<TaughtPhrase> Taught { get; private set; } = [];

    public IReadOnlyList<LexiconChange> History { get; private set; } = [];

    public string Regency { get; private set; } = "";

    public string? Problem { get; private set; }

    /// <summary>What was typed for a new phrase, kept when it is refused.</summary>
    public TaughtPhrase? Tried { get; private set; }

    /// <summary>Only Dinsos teaches the bot.</summary>
    public static bool MayTeach(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.Dinsos);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } reach && MayTeach(reach) ? await ShowAsync(reach, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostTeachAsync([FromForm] long? id, [FromForm] string? kata, [FromForm] string? jenis, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayTeach(reach)) return NotFound();
        var phrase = new TaughtPhrase(jenis ?? "", (kata ?? "").Trim().ToLowerInvariant());
        Tried = phrase;
        if (teaching.FaultOf(reach.RegencyCode, phrase) is { } fault)
            Problem = AdminWords.T($"TeachFault_{fault}", ("words", phrase.Words), ("need", teaching.NeedOf(phrase.Words) is { } known ? await LabelAsync(reach, known, cancellationToken) : ""));
        else if ((await teaching.TeachAsync(phrase, reach.RegencyCode, id, reach.OfficerId, cancellationToken)).Faults is [var wrong, ..])
            Problem = AdminWords.T(AdminText.Words_Refused, ("reason", wrong.ToString()));
        if (Problem is null) return LocalRedirect("/kata");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(reach, cancellationToken);
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] string? kata, [FromForm] string? jenis, CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } reach && MayTeach(reach) && await teaching.ForgetAsync(new TaughtPhrase(jenis ?? "", kata ?? ""), reach.OfficerId, cancellationToken)
            ? LocalRedirect("/kata") : NotFound();

    public async Task<IActionResult> OnPostDismissAsync([FromForm] long id, CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } reach && MayTeach(reach) && await teaching.DismissAsync(id, reach.RegencyCode, cancellationToken) ? LocalRedirect("/kata") : NotFound();

    /// <summary>What residents call a need.</summary>
    public string Label(string code) => Catalogue.Find(code)?.Label ?? code;

    /// <summary>"Bu Dewi, 22 Nov 2026 09.15".</summary>
    public string Line(LexiconChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return $"{(change.ChangedBy is { } by ? officers.GetValueOrDefault(by) : AdminWords.T(AdminText.Words_Operator))}, {Moments.Of(Regency, change.ChangedAt)}";
    }

    private async Task<string> LabelAsync(OfficerReach reach, string code, CancellationToken cancellationToken) =>
        (await NeedEditing.IndexAsync(database, reach.RegencyCode, cancellationToken)).Find(code)?.Label ?? code;

    private async Task<IActionResult> ShowAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        Regency = reach.RegencyCode;
        Catalogue = await NeedEditing.IndexAsync(database, reach.RegencyCode, cancellationToken);
        var missed = await teaching.MissedAsync(reach.RegencyCode, MostLines, cancellationToken);
        Lines = [.. missed.Select(row => new MissedLine(row, teaching.NeedOf(row.Words)))];
        Taught = await teaching.TaughtAsync(cancellationToken);
        History = await teaching.HistoryAsync(MostChanges, cancellationToken);
        var by = History.Select(change => change.ChangedBy).OfType<long>().Distinct().ToList();
        officers = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return Page();
    }
}

/// <summary>Words that were not understood.</summary>
/// <param name="Missed">The words and how often.</param>
/// <param name="Now">The need for which they would be taken now; null for none.</param>
public sealed record MissedLine(MissedMessage Missed, string? Now);
