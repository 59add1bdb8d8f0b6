using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Puskesos.Core.Documents.Cards;

namespace Puskesos.Core.Documents.Checks;

/// <summary>Says once at start which checks of files are off on this machine, and what switches them on.</summary>
public sealed class CheckTools(IOptions<DocumentsOptions> options, ILogger<CheckTools> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (OutOfProcess.Find(PictureCheck.Shrinker) is null)
            log.LogWarning("libvips-tools is not installed: pictures are kept as sent, without their place of taking; they are not shown on pages and not judged");
        if (OutOfProcess.Find(PdfCheck.Describer) is null) log.LogWarning("poppler-utils is not installed: a PDF has no small picture, and a locked one is not noticed");
        if (!CardReader.IsThere) log.LogInformation("tesseract-ocr is not installed: identity cards are not read");
        if (options.Value.Clamd.Length == 0) log.LogInformation("Documents:Clamd is not set: files are not scanned for viruses");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
