using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Cases;

/// <summary>The PKH coordinator gets cases by referral, no others, and answers (DOMAIN §2 F06, §3).</summary>
public sealed class CompanionTests
{
    [Fact]
    public async Task A_coordinator_sees_what_was_referred_is_told_in_the_chat_and_answers_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var nurul = await world.OfficerAsync("Nurul", (Role.Pkh, DeskWorld.Suradadi));
        var desk = await app.OpenAsync(await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor)));
        var tksk = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        var (pkh, elsewhere) = (await app.OpenAsync(nurul), await app.OpenAsync(await world.OfficerAsync("Sri", (Role.Pkh, DeskWorld.Lebaksiu))));
        var (filed, other) = (await world.CaseAsync(status: CaseStatus.InProgress), await world.CaseAsync(status: CaseStatus.InProgress));
        var chat = await LinkAsync(world, nurul);
        var page = $"/kasus/{filed.Ticket}/rujukan";
        (string, string)[] target = [("Form.Jenis", "PkhCompanion"), ("Form.Instansi", "Koordinator PKH Kecamatan Suradadi")];

        await desk.PostAsync(page, $"{page}?handler=propose", [.. target, ("Form.Ringkasan", "Bantuan PKH berhenti sejak Juli."), ("Form.Permintaan", "Cek kepesertaan.")]);
        Assert.Equal(HttpStatusCode.NotFound, (await pkh.GetAsync($"/kasus/{filed.Ticket}")).StatusCode);
        await tksk.PostAsync(page, $"{page}?handler=review", [.. target, ("Form.Putusan", "setuju"), ("Form.Batas", "2026-11-30")]);

        Assert.Equal($"Rujukan baru untuk PKH: tiket {filed.Ticket} dari Puskesos Jatibogor. Buka http://127.0.0.1:5081/kasus/{filed.Ticket} lalu masuk, dan tulis kabarnya di sana.", await ToldAsync(world, chat));
        foreach (var list in new[] { "unit", "giliran" })
        {
            var queue = await pkh.TextAsync($"/kasus?daftar={list}");
            Assert.Equal((true, false), (queue.Contains(filed.Ticket, StringComparison.Ordinal), queue.Contains(other.Ticket, StringComparison.Ordinal)));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await pkh.GetAsync($"/kasus/{other.Ticket}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/kasus/{filed.Ticket}")).StatusCode);
        Assert.Contains(page, await pkh.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await pkh.PostAsync(page, $"/kasus/{filed.Ticket}?handler=move", ("aksi", "Resolve"), ("Form.Hasil", "AidReceived"), ("Form.Kalimat", "x"))).StatusCode);
        var id = (long)(await world.Database.ScalarAsync("select id from referrals where state = 2"))!;
        for (var copy = 0; copy < 2; copy++)
            Assert.Equal(HttpStatusCode.Redirect, (await pkh.PostAsync(page, $"{page}?handler=heard&id={id}", ("kabar", "Answered"), ("Form.Catatan", "Sudah aktif, cair bulan depan."))).StatusCode);

        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.ReferralHeard && line.ActorRole == "pkh");
        Assert.Contains("Sudah aktif, cair bulan depan.", await desk.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Ticket, await pkh.TextAsync("/kasus?daftar=giliran"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_to_pkh_that_is_taken_back_tells_nobody()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var nurul = await world.OfficerAsync("Nurul", (Role.Pkh, DeskWorld.Suradadi));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var filed = await world.CaseAsync(status: CaseStatus.ReferralReview);
        var chat = await LinkAsync(world, nurul);
        await using (var work = world.Open())
        {
            work.Storage.Referrals.Add(new Referral
            {
                CaseId = filed.Id,
                Number = "001/RJK",
                Kind = AgencyKind.PkhCompanion,
                Agency = "Koordinator PKH",
                Summary = world.Cipher.Seal("x"),
                Request = world.Cipher.Seal("x"),
                ProposedBy = endang.OfficerId,
                ProposedAt = world.Clock.GetUtcNow(),
            });
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var (page, tksk) = ($"/kasus/{filed.Ticket}/rujukan", await app.OpenAsync(endang));
        await tksk.PostAsync(page, $"{page}?handler=review", ("Form.Jenis", "PkhCompanion"), ("Form.Instansi", "Koordinator PKH"), ("Form.Putusan", "setuju"), ("Form.Batas", "2026-11-30"));
        Assert.NotNull(await ToldAsync(world, chat));
        await tksk.PostAsync($"/kasus/{filed.Ticket}", $"/kasus/{filed.Ticket}?handler=undo");

        Assert.Null(await ToldAsync(world, chat));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.OpenAsync(nurul)).GetAsync($"/kasus/{filed.Ticket}")).StatusCode);
    }

    private static async Task<long> LinkAsync(DeskWorld world, OfficerReach officer)
    {
        var chat = await world.ChatAsync();
        await using var work = world.Open();
        work.Storage.OfficerLinks.Add(new OfficerLink { OfficerId = officer.OfficerId, AddressId = chat, LinkedAt = world.Clock.GetUtcNow() });
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return chat;
    }

    private static async Task<string?> ToldAsync(DeskWorld world, long chat)
    {
        await using var work = world.Open();
        var row = await work.Storage.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.ConversationId == chat && row.Status == Puskesos.Core.Messaging.OutboxStatus.Waiting, TestContext.Current.CancellationToken);
        return row is null ? null : world.Outbox.Open(row)!.Text;
    }
}
