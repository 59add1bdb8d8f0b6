using System.Net;
using System.Text;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Proposals;

public sealed class ProposalPagesTests
{
    private const string Nik = "3328165507800001";

    [Fact]
    public async Task A_proposal_is_listed_exported_ticked_and_answered()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await CaseAsync(world);
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.BackOffice, DeskWorld.Jatibogor)));

        var proposed = await rini.PostAsync("/usulan", "/usulan?handler=propose", ("tiket", filed.Ticket), ("jenis", "Change"), ("catatan", "=anak; bertambah \"dua\""));
        var twice = await rini.PostAsync("/usulan", "/usulan?handler=propose", ("tiket", filed.Ticket), ("jenis", "Change"));
        var list = await rini.TextAsync("/usulan");
        var refused = await rini.PostAsync("/usulan", "/usulan?handler=file", ("alasan", "cek"));
        var file = await rini.PostAsync("/usulan", "/usulan?handler=file", ("alasan", "Diinput ke SIKS-NG hari ini"));
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var id = $"{await world.Database.ScalarAsync("select id from data_proposals")}";
        await rini.PostAsync("/usulan", "/usulan?handler=enter", ("pilih", id));
        await rini.PostAsync("/usulan?tahap=Entered", "/usulan?handler=answer", ("pilih", id), ("diterima", "true"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (proposed.StatusCode, twice.StatusCode, refused.StatusCode));
        Assert.Contains("NIK ••••0001", list, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, list, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("Nomor tiket;Jenis usulan;Nama;NIK;Nomor KK;Alamat;Desa/kelurahan;Kecamatan;Catatan;Tanggal usulan", lines[0]);
        Assert.Equal($"{filed.Ticket};Perubahan data;Sarinah;\"=\"\"{Nik}\"\"\";;;Jatibogor;Suradadi;\"'=anak; bertambah \"\"dua\"\"\";12 Nov 2026", lines[1]);
        Assert.Equal("True", $"{await world.Database.ScalarAsync("select was_accepted from data_proposals where entered_at is not null and answered_at is not null")}");
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from case_events where kind = 'Revealed'"));
        Assert.Contains("data sudah berubah", await rini.TextAsync("/usulan?tahap=Answered"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_units_secret_cases_and_those_who_do_not_type_in_are_kept_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await CaseAsync(world);
        var secret = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var tono = await app.OpenAsync(await world.OfficerAsync("Tono", (Role.BackOffice, DeskWorld.Yamansari)));
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        await rini.PostAsync("/usulan", "/usulan?handler=propose", ("tiket", filed.Ticket), ("jenis", "NewFamily"));
        var id = $"{await world.Database.ScalarAsync("select id from data_proposals")}";

        Assert.Equal(HttpStatusCode.NotFound, (await rini.PostAsync("/usulan", "/usulan?handler=file", ("alasan", "Ingin melihat semuanya"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rini.PostAsync("/usulan", "/usulan?handler=enter", ("pilih", id))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tono.PostAsync("/usulan", "/usulan?handler=enter", ("pilih", id))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tono.PostAsync("/usulan", "/usulan?handler=propose", ("tiket", filed.Ticket), ("jenis", "Change"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dinsos.PostAsync("/usulan", "/usulan?handler=propose", ("tiket", secret.Ticket), ("jenis", "Change"))).StatusCode);
        Assert.DoesNotContain("Sarinah", await tono.TextAsync("/usulan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_page_leads_to_a_proposal_for_whoever_may_make_one_and_shows_what_was_proposed()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await CaseAsync(world);
        var link = $"href=\"/usulan?tiket={filed.Ticket}\"";
        var wrong = new List<string>();

        foreach (var (who, role, area) in MatrixScene.Officers)
        {
            var browser = await app.OpenAsync(await world.OfficerAsync(who, (role, area)));
            if ((await browser.GetAsync($"/kasus/{filed.Ticket}")).StatusCode != HttpStatusCode.OK) continue;
            var opens = (await browser.GetAsync($"/usulan?tiket={filed.Ticket}")).StatusCode == HttpStatusCode.OK;
            if ((await browser.TextAsync($"/kasus/{filed.Ticket}")).Contains(link, StringComparison.Ordinal) != opens) wrong.Add(who);
        }

        Assert.Empty(wrong);
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        Assert.Contains($"value=\"{filed.Ticket}\"", await rini.TextAsync($"/usulan?tiket={filed.Ticket}"), StringComparison.Ordinal);
        await rini.PostAsync("/usulan", "/usulan?handler=propose", ("tiket", filed.Ticket), ("jenis", "NewFamily"));
        var page = await rini.TextAsync($"/kasus/{filed.Ticket}");
        Assert.Contains("Keluarga baru", page, StringComparison.Ordinal);
        Assert.Contains("Belum diinput, diusulkan 12 Nov 2026", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_case_leads_to_no_proposal()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var secret = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var duty = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        Assert.Equal(HttpStatusCode.OK, (await duty.GetAsync($"/kasus/{secret.Ticket}")).StatusCode);
        Assert.DoesNotContain("/usulan?tiket=", await duty.TextAsync($"/kasus/{secret.Ticket}"), StringComparison.Ordinal);
    }

    private static async Task<Case> CaseAsync(DeskWorld world)
    {
        var filed = await world.CaseAsync(needs: "DATA");
        await using var work = world.Open();
        var person = (await work.Storage.Residents.FindAsync([filed.ReporterId], TestContext.Current.CancellationToken))!;
        (person.NikCipher, person.NikLastFour) = (world.Cipher.Seal(Nik), Nik[^4..]);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return filed;
    }
}
