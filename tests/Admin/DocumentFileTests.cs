using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class DocumentFileTests
{
    [Fact]
    public async Task A_picture_is_shown_and_everything_else_is_a_download()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();
        var picture = await StoreAsync(world, app, filed, ContentTypes.Jpeg, null);
        var page = await StoreAsync(world, app, filed, ContentTypes.Html, null);
        var asSent = await StoreAsync(world, app, filed, ContentTypes.Jpeg, DocumentMarks.AsSent);

        var shown = await browser.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}");
        var saved = await browser.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, page)}");
        var original = await browser.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, asSent)}");

        Assert.Equal((HttpStatusCode.OK, "image/jpeg", "inline"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType, shown.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("same-origin", shown.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("isi berkas", await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", saved.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task A_file_is_there_only_for_who_may_see_its_case()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await world.CaseAsync();
        var other = await world.CaseAsync();
        var picture = await StoreAsync(world, app, filed, ContentTypes.Jpeg, null);
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var agus = await app.OpenAsync(await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari)));

        Assert.Equal(HttpStatusCode.NotFound, (await agus.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rini.GetAsync($"/kasus/{other.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{DocumentAddress.Of(world.Cipher, picture)}")).StatusCode);
        foreach (var guessed in new[] { $"{picture}", $"{picture}-", $"{picture}-AAAAAAAAAAAAAAAA", $"{picture + 1}{DocumentAddress.Of(world.Cipher, picture)[picture.ToString(CultureInfo.InvariantCulture).Length..]}" })
            Assert.Equal(HttpStatusCode.NotFound, (await rini.GetAsync($"/kasus/{filed.Ticket}/berkas/{guessed}")).StatusCode);
    }

    private static async Task<long> StoreAsync(DeskWorld world, AdminApp app, Case filed, string contentType, string? marks)
    {
        var stored = await app.Services.GetRequiredService<DocumentVault>().SaveAsync((file, token) => file.WriteAsync("isi berkas"u8.ToArray(), token).AsTask(), null, default);
        await using var work = world.Open();
        var document = new Document
        {
            CaseId = filed.Id,
            Channel = Channel.Telegram,
            ReceivedAt = world.Clock.GetUtcNow(),
            State = DocumentState.Stored,
            ContentType = contentType,
            StoreKey = stored.StoreKey,
            WrappedKey = stored.WrappedKey,
            Size = stored.Size,
            Marks = marks,
        };
        work.Storage.Documents.Add(document);
        await work.Storage.SaveChangesAsync();
        return document.Id;
    }
}
