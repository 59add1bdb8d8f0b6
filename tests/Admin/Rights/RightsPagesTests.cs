using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Officers;
using Puskesos.Core.People;

namespace Puskesos.Tests.Admin.Rights;

/// <summary>The data-protection officer answers what residents ask of their data, within 3 × 24 hours.</summary>
public sealed class RightsPagesTests : IAsyncLifetime
{
    private const string Nik = "3328161708850003";
    private DeskWorld world = null!;
    private AdminApp app = null!;
    private Browser ratna = null!;

    public async ValueTask InitializeAsync()
    {
        world = await DeskWorld.CreateAsync();
        app = new AdminApp(world);
        ratna = await app.OpenAsync(await world.OfficerAsync("Bu Ratna", (Role.DataProtection, DeskWorld.Tegal)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_letter_is_recorded_and_its_copy_shows_the_persons_data_and_nobody_elses()
    {
        var own = await world.CaseAsync();
        await KeepNikAsync(own.ReporterId);
        var secret = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var other = await world.CaseAsync();
        await world.Database.ScalarAsync("update cases set reporter_id = $1, story = 'rahasia besar' where id = $2", own.ReporterId, secret.Id);
        await world.Database.ScalarAsync("update cases set reporter_id = $1, helped_id = $2, story = 'tetangga saya sakit' where id = $3", other.ReporterId, own.ReporterId, other.Id);

        var made = await RecordAsync("Access", ("Form.Nik", Nik));
        var before = (await ratna.GetAsync($"{made}/salinan")).StatusCode;
        await ratna.PostAsync(made, $"{made}?handler=identity", ("kata", "KTP asli dilihat di kantor"));
        var copy = await ratna.TextAsync($"{made}/salinan");

        Assert.Equal(HttpStatusCode.NotFound, before);
        foreach (var words in new[] { "Sarinah", Nik, own.Ticket, "kartu kis ibu saya mati", other.Ticket }) Assert.Contains(words, copy, StringComparison.Ordinal);
        foreach (var words in new[] { secret.Ticket, "rahasia besar", "tetangga saya sakit" }) Assert.DoesNotContain(words, copy, StringComparison.Ordinal);
        Assert.Contains("1 kasus sangat rahasia tidak ikut dicetak", copy, StringComparison.Ordinal);
        var page = await ratna.TextAsync(made);
        foreach (var words in new[] { "Salinan data dibuka", "Identitas dicocokkan", "KTP asli dilihat di kantor", "Bu Ratna" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_or_number_that_leads_to_nobody_is_refused_and_the_words_stay()
    {
        var strange = await ratna.PostAsync("/hak-warga", "/hak-warga", ("Form.Jenis", "Erasure"), ("Form.Cara", "Visit"), ("Form.Nama", "Kasmin"), ("Form.Isi", "Hapus data saya"), ("Form.Nik", Nik));
        var empty = await ratna.PostAsync("/hak-warga", "/hak-warga", ("Form.Jenis", "Erasure"), ("Form.Cara", "Visit"), ("Form.Nama", ""), ("Form.Isi", "x"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (strange.StatusCode, empty.StatusCode));
        Assert.Contains("Kasmin", await strange.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from rights_requests"));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_request_and_its_words_are_sealed()
    {
        var once = $"{Guid.NewGuid()}";
        for (var time = 0; time < 2; time++)
            await ratna.PostAsync("/hak-warga", "/hak-warga", ("Form.Sekali", once), ("Form.Jenis", "Objection"), ("Form.Cara", "Letter"), ("Form.Nama", "Kasmin"), ("Form.Isi", "Jangan kirim ke instansi lain"));

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from rights_requests"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from rights_requests where position('Kasmin'::bytea in name) > 0 or position('Jangan'::bytea in words) > 0"));
    }

    [Fact]
    public async Task A_letter_of_an_earlier_day_runs_from_that_day_and_late_ones_stand_first()
    {
        await RecordAsync("Correction");
        world.Clock.Advance(TimeSpan.FromDays(4));
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        var old = await RecordAsync("Access", ("Form.Diterima", today.AddDays(-1).ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        var future = await ratna.PostAsync("/hak-warga", "/hak-warga", ("Form.Jenis", "Access"), ("Form.Cara", "Letter"), ("Form.Nama", "K"), ("Form.Isi", "x"), ("Form.Diterima", today.AddDays(3).ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture)));

        var list = await ratna.TextAsync("/hak-warga");
        var queue = await ratna.TextAsync("/kasus");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        Assert.True(list.IndexOf("Lewat", StringComparison.Ordinal) < list.IndexOf("Sisa", StringComparison.Ordinal));
        Assert.Contains("2 menunggu, 1 lewat batas", queue, StringComparison.Ordinal);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from rights_requests where due_at = received_at + interval '72 hours' and kind = 1 and due_at < $1::timestamptz + interval '60 hours'", world.Clock.GetUtcNow()));
        Assert.StartsWith("/hak-warga/", old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_needs_the_identity_cancels_open_tickets_and_runs_by_itself()
    {
        var open = await world.CaseAsync();
        var secret = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        await world.Database.ScalarAsync("update cases set reporter_id = $1 where id = $2", open.ReporterId, secret.Id);
        var made = await RecordAsync("Erasure", ("Form.Tiket", open.Ticket));

        var early = await ratna.PostAsync(made, $"{made}?handler=erase");
        await ratna.PostAsync(made, $"{made}?handler=identity", ("kata", "KTP asli"));
        var page = await ratna.TextAsync(made);
        var started = await ratna.PostAsync(made, $"{made}?handler=erase");
        var again = await ratna.PostAsync(made, $"{made}?handler=erase");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (early.StatusCode, started.StatusCode, again.StatusCode));
        Assert.Contains($"akan dibatalkan: {open.Ticket}.", page, StringComparison.Ordinal);
        Assert.Contains("1 kasus terbuka tidak ikut dibatalkan", page, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Cancelled, (await world.ReadAsync(open.Id)).Status);
        Assert.Equal(CaseStatus.New, (await world.ReadAsync(secret.Id)).Status);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from residents p join rights_requests r on r.resident_id = p.id where p.erase_by = r.due_at"));
    }

    [Fact]
    public async Task A_correction_changes_name_number_and_address_once_the_identity_is_sure()
    {
        var about = await world.CaseAsync();
        var made = await RecordAsync("Correction", ("Form.Tiket", about.Ticket));

        var early = await ratna.PostAsync(made, $"{made}?handler=correct", ("nama", "Sarinah binti Karto"));
        await ratna.PostAsync(made, $"{made}?handler=identity", ("kata", "KTP asli"));
        var bad = await ratna.PostAsync(made, $"{made}?handler=correct", ("nama", "Sarinah binti Karto"), ("hp", "12"));
        await ratna.PostAsync(made, $"{made}?handler=correct", ("nama", "Sarinah binti Karto"), ("hp", "0812-3456-7890"), ("alamat", "RT 02 RW 01"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (early.StatusCode, bad.StatusCode));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from residents where name = 'Sarinah binti Karto' and phone_last_four = '7890' and address_note = 'RT 02 RW 01'"));
    }

    [Fact]
    public async Task The_answer_goes_to_the_chat_in_which_it_was_asked_and_a_closed_request_changes_no_more()
    {
        var about = await world.CaseAsync();
        long id;
        await using (var work = world.Open())
            id = (await work.Get<RightsFiling>().FileAsync(work.Storage, new RightsWish(DeskWorld.Tegal, RightsKind.Access, RightsSource.Chat) { ResidentId = about.ReporterId, ConversationId = about.ConversationId }, TestContext.Current.CancellationToken)).Id;

        var silent = await ratna.PostAsync($"/hak-warga/{id}", $"/hak-warga/{id}?handler=close", ("hasil", "Granted"), ("kata", " "));
        await ratna.PostAsync($"/hak-warga/{id}", $"/hak-warga/{id}?handler=close", ("hasil", "Granted"), ("kata", "Salinan bisa diambil di kantor."));
        var late = await ratna.PostAsync("/hak-warga", $"/hak-warga/{id}?handler=note", ("kata", "terlambat"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (silent.StatusCode, late.StatusCode));
        await using var read = world.Open();
        var told = await read.Storage.Outbox.AsNoTracking().Where(row => row.ConversationId == about.ConversationId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Jawaban permintaan data H-2611-001: dipenuhi. Salinan bisa diambil di kantor.", world.Outbox.Open(Assert.Single(told))!.Text);
        Assert.DoesNotContain("terlambat", await ratna.TextAsync($"/hak-warga/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_is_told_of_a_new_request_without_who_asks_for_what()
    {
        var officer = await world.OfficerAsync("Pak Ppd", (Role.DataProtection, DeskWorld.Tegal));
        var chat = await world.ChatAsync();
        await using (var work = world.Open())
        {
            work.Storage.OfficerLinks.Add(new OfficerLink { OfficerId = officer.OfficerId, AddressId = chat, LinkedAt = world.Clock.GetUtcNow() });
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var made = await RecordAsync("Erasure");

        await using var read = world.Open();
        var told = world.Outbox.Open(await read.Storage.Outbox.AsNoTracking().SingleAsync(row => row.ConversationId == chat, TestContext.Current.CancellationToken))!.Text;
        Assert.Contains("H-2611-001", told, StringComparison.Ordinal);
        Assert.Contains($"{made} setelah masuk", told, StringComparison.Ordinal);
        foreach (var words in new[] { "Kasmin", "Hapus", "hapus" }) Assert.DoesNotContain(words, told, StringComparison.Ordinal);
    }

    private async Task<string> RecordAsync(string kind, params (string, string)[] more)
    {
        var saved = await ratna.PostAsync("/hak-warga", "/hak-warga", [("Form.Sekali", $"{Guid.NewGuid()}"), ("Form.Jenis", kind), ("Form.Cara", "Letter"), ("Form.Nama", "Kasmin"), ("Form.Isi", "Mohon diurus"), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return saved.Headers.Location!.OriginalString;
    }

    private async Task KeepNikAsync(long residentId)
    {
        await using var work = world.Open();
        NikKeeping.Keep(await work.Storage.Residents.SingleAsync(row => row.Id == residentId, TestContext.Current.CancellationToken), Nik, world.Cipher, new DateOnly(2026, 11, 1));
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
