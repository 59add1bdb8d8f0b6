using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class PaperPagesTests : IAsyncLifetime
{
    private DeskWorld world = null!;
    private AdminApp app = null!;
    private Browser rini = null!;
    private Case filed = null!;

    public async ValueTask InitializeAsync()
    {
        world = await DeskWorld.CreateAsync();
        app = new AdminApp(world);
        rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        filed = await world.CaseAsync(needs: ["KIS_MATI"]);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task The_page_of_a_file_bears_the_readers_name_and_time()
    {
        var picture = await StoreAsync("KTP", null);

        var page = await rini.TextAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}/lihat");

        Assert.Matches($@"class=""seal"".*Rini · .*\d\d\.\d\d.* · {filed.Ticket}", page);
        Assert.Contains($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}\"", page);
    }

    [Fact]
    public async Task Every_view_is_recorded_and_read_by_the_protection_officer_alone()
    {
        var picture = await StoreAsync("KTP", null);
        var original = await StoreAsync("KK", DocumentMarks.AsSent);
        await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}?kecil=true");
        await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}");
        await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, original)}");
        var ratna = await app.OpenAsync(await world.OfficerAsync("Ratna", (Role.DataProtection, DeskWorld.Tegal)));

        await using var work = world.Open();
        var kinds = await work.Storage.DocumentViews.OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync(TestContext.Current.CancellationToken);
        var page = await ratna.TextAsync("/jejak-berkas");
        var withSmall = await ratna.TextAsync($"/jejak-berkas?kecil=true&cari={filed.Ticket}");

        Assert.Equal([ViewKind.Thumbnail, ViewKind.Picture, ViewKind.Download], kinds);
        Assert.Matches($@"Rini</td><td class=""ticket"">{filed.Ticket}</td><td>KK</td><td>Diunduh", page);
        Assert.DoesNotContain("<td>Gambar kecil", page);
        Assert.Contains("<td>Gambar kecil", withSmall);
        Assert.DoesNotContain("<td>Rini", await ratna.TextAsync("/jejak-berkas?cari=TGL-0000"));
        Assert.Equal(HttpStatusCode.NotFound, (await rini.GetAsync("/jejak-berkas")).StatusCode);
    }

    [Fact]
    public async Task What_nobody_may_see_leaves_no_trace_and_no_page()
    {
        var picture = await StoreAsync("KTP", null);
        var agus = await app.OpenAsync(await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari)));

        Assert.Equal(HttpStatusCode.NotFound, (await agus.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}/lihat")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agus.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture + 100)}/lihat")).StatusCode);

        await using var work = world.Open();
        Assert.Equal(0, await work.Storage.DocumentViews.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_case_and_the_queue_say_how_complete_the_papers_are()
    {
        var ktp = await StoreAsync("KTP", null);
        await AwaitAsync(("KTP", ktp), ("KK", null), ("SURAT_FASKES", null));

        var page = await rini.TextAsync($"/kasus/{filed.Ticket}");

        Assert.Contains("Lengkap 33\u00a0%", page);
        Assert.Contains("1 dari 3 berkas wajib", page);
        Assert.Contains("Membantu bila ada: kartu KIS, SKTM", page);
        Assert.Contains("berkas 33\u00a0%", await rini.TextAsync("/kasus?daftar=unit"));
    }

    [Fact]
    public async Task Naming_a_file_moves_it_to_the_right_paper_and_accepts_it()
    {
        var photo = await StoreAsync("KTP", DocumentMarks.Unclear);
        await AwaitAsync(("KTP", photo), ("KK", null));
        var look = $"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, photo)}/lihat";
        Assert.Contains("Kurang jelas", await rini.TextAsync(look));

        var answer = await rini.PostAsync(look, look, ("jenis", "KK"));

        Assert.Equal((HttpStatusCode.Redirect, $"/kasus/{filed.Ticket}#berkas"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        await using var work = world.Open();
        var papers = await work.Storage.AwaitedDocuments.OrderBy(row => row.Kind).Select(row => new { row.Kind, row.DocumentId }).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("KK", (long?)photo), ("KTP", null)], papers.Select(row => (row.Kind, row.DocumentId)));
        Assert.Contains("Nama berkas ditetapkan", await rini.TextAsync($"/kasus/{filed.Ticket}"));
    }

    [Fact]
    public async Task A_letter_instead_of_a_photo_is_a_download_that_an_officer_may_accept()
    {
        var letter = await StoreAsync("KK", $"{DocumentMarks.AsSent},{DocumentMarks.NoPaper}", ContentTypes.Zip);
        await AwaitAsync(("KK", null));
        var look = $"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, letter)}/lihat";
        var page = await rini.TextAsync(look);
        Assert.Contains("Bukan foto atau PDF, hanya bisa diunduh", page);
        Assert.DoesNotContain($"<img src=\"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, letter)}\"", page);
        Assert.Equal("attachment", (await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, letter)}")).Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("Lengkap 0\u00a0%", await rini.TextAsync($"/kasus/{filed.Ticket}"));

        await rini.PostAsync(look, look, ("jenis", "KK"));

        await using var work = world.Open();
        Assert.Equal(letter, (await work.Storage.AwaitedDocuments.SingleAsync(TestContext.Current.CancellationToken)).DocumentId);
        Assert.Contains("Lengkap 100\u00a0%", await rini.TextAsync($"/kasus/{filed.Ticket}"));
    }

    [Fact]
    public async Task The_last_paper_asked_for_sets_the_case_going_again()
    {
        var photo = await StoreAsync(null, null);
        await using (var before = world.Open())
        {
            var row = await before.Storage.Cases.Include(found => found.Items).SingleAsync(found => found.Id == filed.Id, TestContext.Current.CancellationToken);
            (row.Status, row.Items[0].Status, row.Items[0].ReturnTo) = (CaseStatus.NeedsDocuments, CaseStatus.NeedsDocuments, CaseStatus.UnderReview);
            before.Storage.AwaitedDocuments.Add(new AwaitedDocument { CaseId = filed.Id, ItemNumber = row.Items[0].Number, Kind = "KK", AskedByOfficer = true });
            await before.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var look = $"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, photo)}/lihat";
        await rini.PostAsync(look, look, ("jenis", "KK"));

        await using var work = world.Open();
        Assert.Equal(CaseStatus.UnderReview, (await work.Storage.Cases.SingleAsync(found => found.Id == filed.Id, TestContext.Current.CancellationToken)).Status);
    }

    [Theory]
    [InlineData(Role.VillageHead)]
    [InlineData(Role.DataOperator)]
    public async Task Who_only_reads_names_nothing(Role role)
    {
        var photo = await StoreAsync("KTP", null);
        var reader = await app.OpenAsync(await world.OfficerAsync("Wati", (role, DeskWorld.Jatibogor)));
        var look = $"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, photo)}/lihat";

        Assert.DoesNotContain("name=\"jenis\"", await reader.TextAsync(look));
        await reader.PostAsync($"/kasus/{filed.Ticket}", look, ("jenis", "KK"));

        await using var work = world.Open();
        Assert.Equal("KTP", (await work.Storage.Documents.SingleAsync(row => row.Id == photo, TestContext.Current.CancellationToken)).Kind);
    }

    [Fact]
    public async Task A_download_is_caged_and_an_unchecked_file_stays_closed()
    {
        var pdf = await StoreAsync("KK", DocumentMarks.Active, ContentTypes.Pdf);
        var held = await StoreAsync("KK", null, state: DocumentState.Unchecked);

        var answer = await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, pdf)}");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, held)}")).StatusCode);
        Assert.Contains("Belum diperiksa antivirus", await rini.TextAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, held)}/lihat"));
    }

    private async Task AwaitAsync(params (string Kind, long? Document)[] papers)
    {
        await using var work = world.Open();
        work.Storage.AwaitedDocuments.AddRange(papers.Select(paper => new AwaitedDocument { CaseId = filed.Id, ItemNumber = 1, Kind = paper.Kind, DocumentId = paper.Document }));
        await work.Storage.SaveChangesAsync();
    }

    private async Task<long> StoreAsync(string? kind, string? marks, string contentType = ContentTypes.Jpeg, DocumentState state = DocumentState.Stored)
    {
        var stored = await app.Services.GetRequiredService<DocumentVault>().SaveAsync((file, token) => file.WriteAsync("isi berkas"u8.ToArray(), token).AsTask(), "kecil"u8.ToArray(), default);
        await using var work = world.Open();
        var document = new Document
        {
            CaseId = filed.Id,
            Kind = kind,
            Channel = Channel.Telegram,
            ReceivedAt = world.Clock.GetUtcNow(),
            State = state,
            ContentType = contentType,
            StoreKey = stored.StoreKey,
            WrappedKey = stored.WrappedKey,
            ThumbnailKey = stored.ThumbnailKey,
            Size = stored.Size,
            Marks = marks,
        };
        work.Storage.Documents.Add(document);
        await work.Storage.SaveChangesAsync();
        return document.Id;
    }
}
