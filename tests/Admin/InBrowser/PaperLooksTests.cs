using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>The pages about files in a real browser: the papers of a case, one file, who looked at which, what was erased, the kind of PPKS.</summary>
public sealed class PaperLooksTests
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task Pages_about_files_are_accessible_and_fit(int width, bool dark)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var (rini, ratna) = (await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), await world.OfficerAsync("Ratna", (Role.DataProtection, DeskWorld.Tegal)));
        var filed = await world.CaseAsync(needs: "KIS_MATI");
        var photo = await FillAsync(world, app, filed, rini);
        var problems = new List<string>();

        foreach (var (officer, pages) in new[]
        {
            (rini, new[] { ($"/kasus/{filed.Ticket}", "berkas-kasus"), ($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, photo)}/lihat", "berkas-lihat"), ($"/kasus/{filed.Ticket}/ppks", "ppks") }),
            (ratna, [("/jejak-berkas", "jejak-berkas"), ("/penghapusan-berkas", "penghapusan-berkas")]),
        })
        {
            var page = await browser.OpenAsync(world, officer, width);
            if (dark) await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            foreach (var (path, name) in pages)
            {
                await DeskBrowser.GoAsync(page, path);
                problems.AddRange((await DeskBrowser.ViolationsAsync(page)).Select(found => $"{path}: {found}"));
                if (!await DeskBrowser.FitsAsync(page)) problems.Add($"{path}: sticks out to the right");
                await DeskBrowser.ShootAsync(page, $"{name}-{width}{(dark ? "-dark" : "")}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>One sound photo, one that is blurred, one paper that has not come; two looks; a report of two nights.</summary>
    private static async Task<long> FillAsync(DeskWorld world, AdminApp app, Case filed, OfficerReach reader)
    {
        await using var work = world.Open();
        var (sound, blurred) = (await StoreAsync(app, filed, "KTP", null, world.Clock.GetUtcNow()), await StoreAsync(app, filed, "KK", DocumentMarks.Unclear, world.Clock.GetUtcNow()));
        work.Storage.Documents.AddRange(sound, blurred);
        await work.Storage.SaveChangesAsync();
        work.Storage.AwaitedDocuments.AddRange(
            new AwaitedDocument { CaseId = filed.Id, ItemNumber = 1, Kind = "KTP", DocumentId = sound.Id }, new AwaitedDocument { CaseId = filed.Id, ItemNumber = 1, Kind = "KK" },
            new AwaitedDocument { CaseId = filed.Id, ItemNumber = 1, Kind = "SURAT_FASKES" });
        work.Storage.DocumentViews.AddRange(new[] { ViewKind.Picture, ViewKind.Download }.Select(kind => new DocumentView { DocumentId = sound.Id, CaseId = filed.Id, OfficerId = reader.OfficerId, At = world.Clock.GetUtcNow(), Kind = kind }));
        work.Storage.AddRange(
            new ErasureReport { RegencyCode = DeskWorld.Tegal, At = world.Clock.GetUtcNow().AddDays(-1), ClosedCases = 12, UnfinishedTalks = 3, Withdrawn = 1, KeptSecret = 2 },
            new ErasureReport { RegencyCode = DeskWorld.Tegal, At = world.Clock.GetUtcNow().AddDays(-2) });
        await work.Storage.SaveChangesAsync();
        return sound.Id;
    }

    private static async Task<Document> StoreAsync(AdminApp app, Case filed, string kind, string? marks, DateTimeOffset at)
    {
        var vault = app.Services.GetRequiredService<DocumentVault>();
        var stored = await vault.SaveAsync((file, token) => file.WriteAsync(SamplePictures.Card(), token).AsTask(), SamplePictures.Card(320, 200), default);
        return new Document
        {
            CaseId = filed.Id,
            Kind = kind,
            Channel = Channel.Telegram,
            ReceivedAt = at,
            State = DocumentState.Stored,
            ContentType = ContentTypes.Jpeg,
            StoreKey = stored.StoreKey,
            WrappedKey = stored.WrappedKey,
            ThumbnailKey = stored.ThumbnailKey,
            Size = stored.Size,
            Marks = marks,
        };
    }
}
