using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Puskesos.Tests.Admin;

/// <summary>
/// Every POST handler × every role × every level of secrecy, at home and elsewhere. Out of reach is 404; in sight but not one's
/// duty is refused; both leave every table as it was. A handler without a line here fails the test.
/// </summary>
public sealed class PostMatrixTests
{
    private const string Everybody = "front-office back-office fasilitator data-operator village-head tksk pkh slrt dinsos dpo elsewhere tksk-elsewhere";
    private const string Dinsos = "dinsos";
    private const string Supervisors = "tksk slrt dinsos tksk-elsewhere";

    /// <summary>Those who work on cases; a village head and a data operator only read.</summary>
    private const string Working = "front-office back-office fasilitator tksk slrt dinsos elsewhere tksk-elsewhere";
    private const string Desk = "front-office back-office slrt dinsos elsewhere";
    private const string Looking = "front-office back-office data-operator tksk slrt dinsos elsewhere tksk-elsewhere";

    /// <summary>The door, the way out, and the page for "not there" have tests of their own.</summary>
    private static readonly string[] Open = ["masuk", "masuk/kode", "undangan/{token}", "keluar", "tidak-ada"];

    /// <summary>A file of a case: tested with the file (PaperPagesTests). The second factor and passkeys concern the own account only.</summary>
    private static readonly string[] TestedElsewhere = ["kasus/{ticket}/berkas/{address}/lihat?"];

    /// <summary>Handlers that hang on no case: who may (DOMAIN §3).</summary>
    private static readonly Dictionary<string, string> Handlers = new()
    {
        ["kasus?"] = Everybody,
        ["akun?Code"] = Everybody,
        ["akun?Unlink"] = Everybody,
        ["akun?End"] = Everybody,
        ["loket?"] = "front-office back-office fasilitator tksk pkh slrt dinsos elsewhere tksk-elsewhere",
        ["bicara/{id:long}?Take"] = "front-office back-office tksk slrt",
        ["bicara/{id:long}?Write"] = "front-office back-office tksk slrt",
        ["bicara/{id:long}?Bot"] = "front-office back-office tksk slrt",
        ["darurat/{id:long}?Ready"] = "tksk dinsos",
        ["darurat/{id:long}?Write"] = "tksk dinsos",
        ["kalender?Holiday"] = Dinsos,
        ["insiden?"] = "dpo",
        ["insiden/{id:long}?"] = "dpo",
        ["hak-warga?"] = "dpo",
        ["hak-warga/{id:long}?Link"] = "dpo",
        ["hak-warga/{id:long}?Identity"] = "dpo",
        ["hak-warga/{id:long}?Correct"] = "dpo",
        ["hak-warga/{id:long}?Erase"] = "dpo",
        ["hak-warga/{id:long}?Note"] = "dpo",
        ["hak-warga/{id:long}?Close"] = "dpo",
        ["program/{which}?Preview"] = Dinsos,
        ["program/{which}?Draft"] = Dinsos,
        ["program/{which}?Publish"] = Dinsos,
        ["pengaturan/tenggat?"] = Dinsos,
        ["pengaturan/kepala-desa?"] = Dinsos,
        ["pengaturan/tenggat?Preview"] = Dinsos,
        ["petugas/baru?"] = Dinsos,
        ["petugas/{id:long}?Save"] = Dinsos,
        ["petugas/{id:long}?Give"] = Dinsos,
        ["petugas/{id:long}?Out"] = Dinsos,
        ["petugas/{id:long}?Lost"] = Dinsos,
        ["petugas/{id:long}?Off"] = Dinsos,
        ["petugas/{id:long}?On"] = Dinsos,
        ["petugas/{id:long}?Link"] = Dinsos,
        ["teks/{key}?Preview"] = Dinsos,
        ["teks/{key}?Save"] = Dinsos,
    };

    /// <summary>Handlers whose object must exist first, or that only answer about the own account: who is kept out is tested, who may is tested with the page.</summary>
    private static readonly Dictionary<string, string> OnlyRefusals = new()
    {
        ["papan?Absence"] = Supervisors,
        ["kalender?Preview"] = Dinsos,
        ["kategori/{code}?Preview"] = Dinsos,
        ["kategori/{code}?Save"] = Dinsos,
        ["kategori/{code}?Back"] = Dinsos,
        ["kata?Teach"] = Dinsos,
        ["kata?Forget"] = Dinsos,
        ["kata?Dismiss"] = Dinsos,
        ["unit?"] = Dinsos,
        ["unit/{code}?Card"] = Dinsos,
        ["unit/{code}?Hours"] = Dinsos,
        ["unit/{code}?Invite"] = Dinsos,
        ["unit/{code}?Try"] = Dinsos,
        ["unit/{code}?Open"] = Dinsos,
        ["buletin?"] = "tksk dinsos tksk-elsewhere",
        ["buletin/{id:long}?Read"] = Everybody,
        ["buletin/{id:long}?Withdraw"] = "dinsos",
        ["instansi/{which}?"] = "slrt dinsos",
        ["kendala?"] = "front-office back-office fasilitator data-operator village-head tksk slrt dinsos elsewhere tksk-elsewhere",
        ["kendala?Answer"] = "slrt dinsos",
        ["kendala?Close"] = "front-office back-office fasilitator data-operator village-head tksk slrt dinsos elsewhere tksk-elsewhere",
        ["usulan?Propose"] = "front-office back-office fasilitator data-operator tksk slrt dinsos elsewhere tksk-elsewhere",
        ["usulan?Enter"] = "back-office data-operator tksk dinsos tksk-elsewhere",
        ["usulan?Answer"] = "back-office data-operator tksk dinsos tksk-elsewhere",
        ["usulan?File"] = "back-office data-operator tksk dinsos tksk-elsewhere",
        ["kalender?Close"] = Dinsos,
        ["kalender?Remove"] = Dinsos,
        ["kalender?Reopen"] = Dinsos,
        ["kalender/jam?Ramadan"] = Dinsos,
        ["kalender/jam?Remove"] = Dinsos,
        ["kalender/jam?Leave"] = Dinsos,
        ["tugas-berkala?"] = "slrt dinsos",
        ["wilayah/nama?Teach"] = Supervisors,
        ["wilayah/nama?Dismiss"] = Supervisors,
        ["wilayah/nama?Forget"] = Supervisors,
        ["akun/dua-langkah?"] = Everybody,
        ["akun/kunci?Options"] = Everybody,
        ["akun/kunci?Add"] = Everybody,
        ["akun/kunci?Remove"] = Everybody,
        ["petugas/{id:long}?Take"] = Dinsos,
        ["program/{which}?Withdraw"] = Dinsos,
        ["teks/{key}?Back"] = Dinsos,
    };

    /// <summary>Handlers of a case, among those who see it.</summary>
    private static readonly Dictionary<string, string> CaseHandlers = new()
    {
        ["kasus/{ticket}?Move"] = Working,
        ["kasus/{ticket}?Undo"] = Everybody,
        ["kasus/{ticket}?Take"] = Working,
        ["kasus/{ticket}?Write"] = Working,
        ["kasus/{ticket}?Note"] = Working + " data-operator pkh",
        ["kasus/{ticket}?Ready"] = Working,
        ["kasus/{ticket}?Chat"] = Working,
        ["kasus/{ticket}?Bot"] = Working,
        ["kasus/{ticket}/kunjungan?Plan"] = Working,
        ["kasus/{ticket}/kunjungan?Report"] = Working,
        ["kasus/{ticket}/rujukan?Propose"] = Working,
        ["kasus/{ticket}/rujukan?Review"] = "tksk slrt dinsos tksk-elsewhere",
        ["kasus/{ticket}/rujukan?Heard"] = Working + " pkh",
        ["kasus/{ticket}/tolak?Propose"] = Working,
        ["kasus/{ticket}/tolak?Decide"] = "tksk slrt dinsos tksk-elsewhere",
        ["kasus/{ticket}/gabung?"] = Desk + " tksk tksk-elsewhere",
        ["kasus/{ticket}/pindah?"] = "tksk slrt dinsos tksk-elsewhere",
        ["kasus/{ticket}/nik?"] = "front-office back-office data-operator tksk dinsos elsewhere tksk-elsewhere",
        ["kasus/{ticket}/persetujuan?Paper"] = Working,
        ["kasus/{ticket}/persetujuan?Ask"] = Working,
        ["kasus/{ticket}/data?"] = Looking,
        ["kasus/{ticket}/ppks?"] = Working,
    };

    /// <summary>Written by looking and by being signed in, not by what a form does.</summary>
    private static readonly string[] Untouched = ["officer_sessions", "key_ring", "data_protection_keys"];

    [Fact]
    public async Task Every_handler_has_a_line_in_this_matrix()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);

        var known = Handlers.Keys.Concat(OnlyRefusals.Keys).Concat(CaseHandlers.Keys).Concat(TestedElsewhere).ToHashSet();
        var there = (await HandlersAsync(app)).Where(handler => !Open.Contains(handler[..handler.IndexOf('?', StringComparison.Ordinal)])).ToHashSet();

        Assert.Empty(there.Except(known));
        Assert.Empty(known.Except(there));
    }

    [Fact]
    public async Task Nobody_does_what_is_out_of_reach_or_not_the_own_duty()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var made = new List<(string Name, string Ticket, long Letter, string Sees)>();
        foreach (var (name, unit, village, secrecy, sees) in MatrixScene.Cases) made.Add(await MatrixScene.CaseAsync(world, name, unit, village, secrecy, sees));
        var ids = await MatrixScene.FillAsync(world);
        await world.Database.ScalarAsync("update cases set status = 'BARU', helped_consent = 1, helped_id = reporter_id");
        await world.Database.ScalarAsync("update case_items set status = 'BARU'");
        var browsers = new List<(string Who, Browser Browser, string Token)>();
        foreach (var (who, role, area) in MatrixScene.Officers)
        {
            var browser = await app.OpenAsync(await world.OfficerAsync(who, (role, area)));
            browsers.Add((who, browser, await browser.TokenAsync("/akun")));
        }

        var wrong = new List<string>();
        foreach (var (who, browser, token) in browsers)
        {
            var before = await FingerprintAsync(world);
            foreach (var (handler, allowed) in Handlers.Concat(OnlyRefusals).Where(line => !PageMatrixTests.Holds(line.Value, who)))
                await RefusedAsync(browser, who, Address(handler, ids), token, HttpStatusCode.NotFound, wrong);
            foreach (var (name, ticket, letter, sees) in made)
                foreach (var (handler, allowed) in CaseHandlers.Where(line => !PageMatrixTests.Holds(sees, who) || !PageMatrixTests.Holds(line.Value, who)))
                    await RefusedAsync(browser, $"{who}, {name}", CaseAddress(handler, ticket, letter), token, PageMatrixTests.Holds(sees, who) ? null : HttpStatusCode.NotFound, wrong);
            var after = await FingerprintAsync(world);
            wrong.AddRange(after.Where(table => before[table.Key] != table.Value).Select(table => $"{who}: {table.Key} was changed"));
        }

        foreach (var (who, browser, token) in browsers)
        {
            foreach (var (handler, _) in Handlers.Where(line => PageMatrixTests.Holds(line.Value, who)))
            {
                await world.Database.ScalarAsync("update conversations set held_by = null, help_wanted_at = $1, help_unit_code = $2 where id = $3", world.Clock.GetUtcNow(), DeskWorld.Jatibogor, ids.Chat);
                await AllowedAsync(browser, who, Address(handler, ids), token, wrong);
            }

            foreach (var (name, ticket, letter, _) in made.Where(one => PageMatrixTests.Holds(one.Sees, who)))
                foreach (var (handler, _) in CaseHandlers.Where(line => PageMatrixTests.Holds(line.Value, who)))
                    await AllowedAsync(browser, $"{who}, {name}", CaseAddress(handler, ticket, letter), token, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Everything that any form here asks for, filled in as it should be: only the reach may stand in the way.</summary>
    private static readonly (string, string)[] Filled =
    [
        ("aksi", "StartCheck"), ("Form.Balas", "Sudah ditelepon"), ("balas", "Sudah ditelepon"), ("siap", "Reply_Any_Read"), ("Form.Tanggal", "31-12-2026"), ("Form.Jam", "09.00"), ("Form.Petugas", "1"),
        ("Form.Bertemu", "Ibu"), ("Form.Saran", "Bantu"), ("Form.Jenis", "Dinsos"), ("Form.Instansi", "Dinas"), ("Form.Ringkasan", "Ringkas"), ("Form.Permintaan", "Minta"), ("Form.Putusan", "setuju"),
        ("Form.Batas", "31-12-2026"), ("Form.Sebab", "CivilDataDiffers"), ("Form.Alasan", "Berbeda"), ("Form.Langkah", "Dukcapil"), ("Form.Terdata", "true"), ("Form.Jawaban", "Given"), ("Form.Hp", "0812-0000-0113"),
        ("kabar", "Received"), ("kata", "Sudah"), ("hasil", "Granted"), ("Form.Nama", "Warga"), ("Form.Cara", "Letter"), ("Form.Isi", "Minta salinan"), ("alasan", "Untuk mengisi SIKS-NG"), ("nama", "Libur desa"), ("hari", "31-12-2026"), ("dari", "30-12-2026"), ("sampai", "31-12-2026"), ("unit", DeskWorld.Jatibogor), ("id", "1"),
    ];

    private static async Task RefusedAsync(Browser browser, string who, string address, string token, HttpStatusCode? expected, List<string> wrong)
    {
        var answer = (await browser.PostBareAsync(address, [.. Filled, ("__RequestVerificationToken", token)])).StatusCode;
        if (expected is { } wanted ? answer != wanted : answer is not (HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity)) wrong.Add($"{who}: POST {address} gave {answer}");
    }

    /// <summary>An empty form changes little, so that the next officer finds the same scene; what a full one does is tested with its page.</summary>
    private static async Task AllowedAsync(Browser browser, string who, string address, string token, List<string> wrong)
    {
        var answer = (await browser.PostBareAsync(address, ("__RequestVerificationToken", token))).StatusCode;
        if (answer is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError) wrong.Add($"{who}: POST {address} gave {answer}");
    }

    private static string Address(string handler, MatrixIds ids)
    {
        var parts = handler.Split('?');
        return $"{PageMatrixTests.Filled(parts[0], ids)}?handler={parts[1]}";
    }

    private static string CaseAddress(string handler, string ticket, long letter)
    {
        var parts = handler.Split('?');
        return $"/{parts[0].Replace("{ticket}", ticket, StringComparison.Ordinal)}?handler={parts[1]}&id={letter}";
    }

    /// <summary>"kasus/{ticket}?Move" for every handler of every page.</summary>
    private static async Task<IReadOnlyList<string>> HandlersAsync(AdminApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var found = new List<string>();
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            found.AddRange(compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => $"{page.AttributeRouteInfo!.Template}?{handler.Name}"));
        }

        return [.. found.Distinct()];
    }

    /// <summary>One sum of each table: what changed when nothing should.</summary>
    private static async Task<Dictionary<string, string>> FingerprintAsync(DeskWorld world)
    {
        await using var source = NpgsqlDataSource.Create(world.ConnectionString);
        var tables = new List<string>();
        await using (var list = source.CreateCommand("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"))
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        var sums = new Dictionary<string, string>();
        foreach (var table in tables.Except(Untouched))
        {
            await using var sum = source.CreateCommand($"select coalesce(md5(string_agg(row_text, ',' order by row_text)), '') from (select t::text as row_text from \"{table}\" t) rows");
            sums[table] = (string)(await sum.ExecuteScalarAsync())!;
        }

        return sums;
    }
}
