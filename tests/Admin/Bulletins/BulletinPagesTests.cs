using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Bulletins;

/// <summary>Acceptance story 16: a bulletin read by 9 of 11 officers, two names listed (DOMAIN §13).</summary>
public sealed class BulletinPagesTests
{
    private const string Heading = "Surat faskes untuk KIS mati";

    [Fact]
    public async Task Bulletin_read_by_nine_of_eleven_names_the_two_who_have_not()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var address = await PublishAsync(dinsos, DeskWorld.Tegal);

        for (var number = 1; number <= 11; number++)
        {
            var reader = await app.OpenAsync(await world.OfficerAsync($"Petugas {number:00}", (Role.FrontOffice, DeskWorld.Jatibogor)));
            Assert.Contains(Heading, await reader.TextAsync("/kasus"), StringComparison.Ordinal);
            if (number > 9) continue;
            await reader.PostAsync(address, $"{address}?handler=read");
            Assert.DoesNotContain(Heading, await reader.TextAsync("/kasus"), StringComparison.Ordinal);
        }

        var page = await dinsos.TextAsync(address);
        Assert.Contains("Dibaca 9 dari 11 petugas", page, StringComparison.Ordinal);
        var missing = page[page.IndexOf("Belum membaca", StringComparison.Ordinal)..page.IndexOf("Sudah membaca", StringComparison.Ordinal)];
        Assert.Equal((true, true, false), (missing.Contains("Petugas 10", StringComparison.Ordinal), missing.Contains("Petugas 11", StringComparison.Ordinal), missing.Contains("Petugas 09", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_linked_a_chat_is_told_there_and_its_author_is_not()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (dewi, rini) = (await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)), await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var (own, chat) = (await world.ChatAsync(), await world.ChatAsync());
        await using var work = world.Open();
        foreach (var (officer, address) in new[] { (dewi, own), (rini, chat) }) work.Storage.OfficerLinks.Add(new OfficerLink { OfficerId = officer.OfficerId, AddressId = address, LinkedAt = world.Clock.GetUtcNow() });
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);

        var address2 = await PublishAsync(await app.OpenAsync(dewi), DeskWorld.Tegal);

        var row = await work.Storage.Outbox.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(chat, row.ConversationId);
        Assert.Equal($"Pengumuman dari Bu Dewi: {Heading}. Baca dan tandai sudah dibaca di http://127.0.0.1:5081{address2} setelah masuk.", world.Outbox.Open(row)!.Text);
    }

    [Fact]
    public async Task A_sub_districts_bulletin_reaches_its_officers_only()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var tksk = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        var here = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var there = await app.OpenAsync(await world.OfficerAsync("Tono", (Role.FrontOffice, DeskWorld.Yamansari)));

        var wrong = await tksk.PostAsync("/buletin", "/buletin", ("untuk", DeskWorld.Tegal), ("judul", Heading), ("isi", "x"));
        var address = await PublishAsync(tksk, DeskWorld.Suradadi);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(Heading, await here.TextAsync("/kasus"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dibaca ", await here.TextAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await here.PostAsync("/buletin", "/buletin", ("untuk", DeskWorld.Suradadi), ("judul", "x"), ("isi", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await here.PostAsync(address, $"{address}?handler=withdraw")).StatusCode);
        await tksk.PostAsync(address, $"{address}?handler=withdraw");
        Assert.DoesNotContain(Heading, await here.TextAsync("/kasus"), StringComparison.Ordinal);
    }

    private static async Task<string> PublishAsync(Browser author, string area)
    {
        var answer = await author.PostAsync("/buletin", "/buletin", ("untuk", area), ("judul", Heading), ("isi", "Mulai 1 Desember surat faskes wajib ada nomor telepon."));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
