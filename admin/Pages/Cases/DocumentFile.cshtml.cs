using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>A file of a case, for those who may see the case; only pictures that we wrote ourselves are shown, everything else is a download. Who saw it is recorded first.</summary>
public sealed class DocumentFileModel(CurrentOfficer current, BotDbContext database, DocumentReader reader, FieldCipher cipher, TimeProvider clock) : PageModel
{
    /// <summary>Should a browser open a download after all, nothing in it runs and it reaches nothing.</summary>
    private const string Caged = "sandbox; default-src 'none'";

    public async Task<IActionResult> OnGetAsync(string ticket, string address, [FromQuery(Name = "kecil")] bool small, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || DocumentAddress.Read(cipher, address) is not { } id) return NotFound();
        var document = await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).Where(row => row.Ticket == ticket)
            .Join(database.Documents, row => (long?)row.Id, file => file.CaseId, (_, file) => file).SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (document is null) return NotFound();
        if (small)
        {
            if (await reader.OpenThumbnailAsync(document, cancellationToken) is not { } thumbnail) return NotFound();
            await RecordAsync(reach, document, ViewKind.Thumbnail, cancellationToken);
            Response.Headers.ContentDisposition = InlineRules.InlineName(document);
            return File(thumbnail, ContentTypes.Jpeg);
        }

        if (await reader.OpenAsync(document, cancellationToken) is not { } content) return NotFound();
        var isShown = InlineRules.MayShowInline(document);
        await RecordAsync(reach, document, isShown ? ViewKind.Picture : ViewKind.Download, cancellationToken);
        if (isShown)
        {
            Response.Headers.ContentDisposition = InlineRules.InlineName(document);
            return File(content, document.ContentType!);
        }

        Response.Headers.ContentSecurityPolicy = Caged;
        return File(content, InlineRules.DownloadType(document), InlineRules.DownloadName(document));
    }

    private async Task RecordAsync(OfficerReach reach, Document document, ViewKind kind, CancellationToken cancellationToken)
    {
        database.DocumentViews.Add(new DocumentView { DocumentId = document.Id, CaseId = document.CaseId!.Value, OfficerId = reach.OfficerId, At = clock.GetUtcNow(), Kind = kind });
        await database.SaveChangesAsync(cancellationToken);
    }
}
