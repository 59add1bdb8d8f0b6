using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>A file of a case, for those who may see the case; only pictures that we wrote ourselves are shown, everything else is a download.</summary>
public sealed class DocumentFileModel(CurrentOfficer current, BotDbContext database, DocumentReader reader) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string ticket, long id, [FromQuery(Name = "kecil")] bool small, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return NotFound();
        var document = await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).Where(row => row.Ticket == ticket)
            .Join(database.Documents, row => (long?)row.Id, file => file.CaseId, (_, file) => file).SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (document is null) return NotFound();
        if (small) return await reader.OpenThumbnailAsync(document, cancellationToken) is { } thumbnail ? File(thumbnail, ContentTypes.Jpeg) : NotFound();
        if (await reader.OpenAsync(document, cancellationToken) is not { } content) return NotFound();
        return InlineRules.MayShowInline(document)
            ? File(content, document.ContentType!)
            : File(content, document.ContentType ?? "application/octet-stream", InlineRules.DownloadName(document));
    }
}
