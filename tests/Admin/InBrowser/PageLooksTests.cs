using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Obstacles;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.People;
using Puskesos.Core.Places;
using Puskesos.Core.Privacy.Breaches;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>Every page in a real browser, phone and laptop, light and dark: axe finds nothing, nothing sticks out, the first view stays small.</summary>
public sealed class PageLooksTests
{
    /// <summary>What a phone with a weak signal may have to fetch before an officer can work (issue 6, item 8).</summary>
    private const long MostBytes = 60_000;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_page_is_accessible_fits_and_is_small(int width)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var stories = await StoriesAsync(world);
        var problems = PageMatrixTests.Templates(app).Except(LookedAtElsewhere)
            .Where(template => !stories.SelectMany(story => story.Pages).Any(page => Addresses(template).IsMatch(page.Path)))
            .Select(template => $"{template}: nobody looks at it here").ToList();

        foreach (var (officer, pages) in stories)
        {
            var page = await browser.OpenAsync(world, officer, width);
            foreach (var (path, name) in pages)
            {
                var bytes = await DeskBrowser.GoAsync(page, path);
                problems.AddRange((await DeskBrowser.FaultsAsync(page, $"{name}-{width}")).Select(fault => $"{path}: {fault}"));
                if (bytes is 0 or > MostBytes) problems.Add($"{path}: {bytes} bytes over the wire");
            }

            await page.Context.CloseAsync();
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>The door's own pages (SignInStoriesTests), what only leads on, and a file.</summary>
    private static readonly string[] LookedAtElsewhere = ["masuk/kode", "undangan/{token}", "keluar", "kasus/{ticket}/berkas/{address}"];

    /// <summary>The addresses that a page answers to.</summary>
    private static Regex Addresses(string template) => new($"^/{Regex.Replace(template, @"\{[^}]+\}", "[^/?]+")}(\\?|$)");

    /// <summary>Who looks at which pages, with something on each of them.</summary>
    private static async Task<IReadOnlyList<(OfficerReach? Officer, (string Path, string Name)[] Pages)>> StoriesAsync(DeskWorld world)
    {
        var desk = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor), (Role.Fasilitator, DeskWorld.Jatibogor));
        var tksk = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var dinsos = await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal));
        var fresh = await world.CaseAsync(needs: ["BANSOS_USUL", "SKTM"]);
        var examined = await world.CaseAsync(status: CaseStatus.UnderReview);
        var visited = await world.CaseAsync(status: CaseStatus.Visit);
        var reviewed = await world.CaseAsync(status: CaseStatus.ReferralReview);
        var waiting = await world.CaseAsync(needs: "LANSIA");
        await world.Database.ScalarAsync("update cases set helped_consent = 1, helped_id = reporter_id, helper_role = 'ketua RT 03' where id = $1", waiting.Id);
        await CheckedAsync(world, examined, desk);
        var secret = await world.CaseAsync(secrecy: Secrecy.Confidential, needs: "KEKERASAN");
        var programme = await ProgrammesAsync(world);
        var (walkIn, paper) = await WalkInAsync(world, desk);
        var bulletin = await DinsosAsync(world, desk, dinsos);
        var (letter, alarm, chat) = await FillAsync(world, visited, reviewed, secret, desk);
        var ratna = await world.OfficerAsync("Bu Ratna", (Role.DataProtection, DeskWorld.Tegal));
        return
        [
            (ratna, [("/jejak-berkas", "jejak-berkas"), ("/jejak-kasus", "jejak-kasus"), ("/penghapusan-berkas", "penghapusan-berkas"), .. await RightsAsync(world, examined, ratna), .. await BreachesAsync(world, ratna)]),
            (null, [("/masuk", "masuk")]),
            (desk, [
                ("/kasus", "antrean"), ($"/kasus/{fresh.Ticket}", "kasus-baru"), ($"/kasus/{examined.Ticket}", "kasus"), ($"/kasus/{examined.Ticket}/kunjungan", "kunjungan"),
                ($"/kasus/{visited.Ticket}/kunjungan", "laporan-kunjungan"), ($"/kasus/{visited.Ticket}/rujukan", "rujukan"), ($"/kasus/{examined.Ticket}/tolak", "tolak"),
                ($"/kasus/{examined.Ticket}/gabung", "gabung"), ($"/kasus/{examined.Ticket}/nik", "nik"), ($"/kasus/{examined.Ticket}/ppks", "ppks"), ($"/kasus/{examined.Ticket}/data", "cek"), ($"/kasus/{waiting.Ticket}", "kasus-menunggu"), ($"/kasus/{waiting.Ticket}/persetujuan", "persetujuan"), ($"/kasus/{reviewed.Ticket}/rujukan/{letter}/surat", "surat"), ("/loket", "loket"), ("/laporan", "laporan-unit"), ($"/bicara/{chat}", "bicara"),
                ("/lainnya", "lainnya"), ("/program", "program-baca"), ($"/buletin/{bulletin}", "buletin-baca"), ("/instansi", "instansi-baca"), ("/kendala", "kendala-lapor"), ("/akun", "akun"), ("/akun/dua-langkah", "dua-langkah"), ("/akun/kunci", "kunci"), ("/cek-data", "cek-data"), ("/tidak-ada", "tidak-ada"),
                ($"/loket/{walkIn}/slip", "slip"), ($"/kasus/{walkIn}/berkas/{DocumentAddress.Of(world.Cipher, paper)}/lihat", "berkas"),
            ]),
            (tksk, [
                ("/papan", "papan"), ($"/kasus/{reviewed.Ticket}/rujukan", "telaah"), ($"/kasus/{examined.Ticket}/pindah", "pindah"),
                ("/darurat", "darurat"), ($"/darurat/{alarm}", "darurat-satu"), ("/wilayah", "wilayah-kecamatan"),
            ]),
            (dinsos, [
                ("/laporan", "laporan"), ("/tugas-berkala", "tugas-berkala"), ("/wilayah", "wilayah"), ("/wilayah/nama", "nama"),
                ("/program", "program"), ($"/program/{programme}", "program-ubah"), ("/program/baru", "program-baru"), ("/kategori", "kategori"), ("/kategori/BANSOS_USUL", "kategori-satu"), ("/kategori/LANSIA", "kategori-tetap"), ("/kata", "kata"), ("/unit", "unit"), ("/unit?wilayah=33.28.16.2001", "unit-mulai"), ($"/unit/{DeskWorld.Jatibogor}", "unit-satu"), ("/langkah", "langkah"), ("/usulan", "usulan"), ("/buletin", "buletin"), ($"/buletin/{bulletin}", "buletin-satu"), ("/instansi", "instansi"), ("/instansi/baru", "instansi-baru"), ("/kendala", "kendala"), ("/teks?cari=tiket", "teks"), ("/teks/CaseChecked_ToResident", "teks-satu"), ("/kalender", "kalender"), ("/kalender/jam", "kalender-jam"), ("/petugas", "petugas"), ("/petugas/baru", "petugas-baru"), ($"/petugas/{desk.OfficerId}", "petugas-satu"),
                ("/rujukan", "rujukan-lewat-batas"), ("/pengaturan/tenggat", "tenggat"), ("/pengaturan/kepala-desa", "kepala-desa"), ("/pengaturan/tenggat?jenis=KIS_MATI", "tenggat-jenis"),
            ]),
        ];
    }

    /// <summary>A breach of which nobody was told, and one that was changed and told.</summary>
    private static async Task<(string Path, string Name)[]> BreachesAsync(DeskWorld world, OfficerReach ratna)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var work = world.Open();
        var book = work.Get<BreachBook>();
        var facts = new BreachFacts
        {
            What = "Laptop kantor hilang di angkot antara Suradadi dan Slawi. Layarnya terkunci, isinya belum dienkripsi.",
            FoundAt = world.Clock.GetUtcNow().AddHours(-80),
            Data = "Nama, nomor HP, foto KTP dan KK.",
            People = 1200,
            Measures = "Akun dikeluarkan dari semua sesi, sandi diganti, laptop lain dienkripsi, orangnya dihubungi.",
        };
        var open = (await book.RecordAsync(ratna, facts, null, cancellation))!;
        var told = (await book.RecordAsync(ratna, facts, null, cancellation))!;
        var day = DateOnly.FromDateTime(world.Clock.GetUtcNow().Date);
        await book.ChangeAsync(ratna, told.Id, facts with { People = 1250, PersonsToldOn = day, PersonsTold = "surat dan pesan", AuthorityToldOn = day, AuthorityTold = "800/012/2026" }, 0, cancellation);
        return [("/insiden", "insiden"), ($"/insiden/{open.Id}", "insiden-belum"), ($"/insiden/{told.Id}", "insiden-sudah"), ($"/insiden/{told.Id}/surat", "insiden-surat")];
    }

    /// <summary>Requests of residents about their data: one of each kind, each as far as its button, one late, one answered.</summary>
    private static async Task<(string Path, string Name)[]> RightsAsync(DeskWorld world, Case about, OfficerReach ratna)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var work = world.Open();
        var (filing, desk, now) = (work.Get<RightsFiling>(), work.Get<RightsDesk>(), world.Clock.GetUtcNow());
        var pages = new List<(string, string)>();
        foreach (var kind in Enum.GetValues<RightsKind>())
        {
            var wish = new RightsWish(DeskWorld.Tegal, kind, RightsSource.Chat) { ResidentId = about.ReporterId, ConversationId = about.ConversationId, ReceivedAt = now.AddHours(-20 * (int)kind) };
            var asked = await filing.FileAsync(work.Storage, wish, cancellation);
            await desk.CheckIdentityAsync(ratna, asked.Id, "Ditelepon ke nomor yang tercatat, nama dan desanya cocok.", cancellation);
            pages.Add(($"/hak-warga/{asked.Id}", $"hak-{kind}"));
            if (kind == RightsKind.Access) pages.Add(($"/hak-warga/{asked.Id}/salinan", "hak-salinan"));
        }

        var letter = await filing.FileAsync(work.Storage, new RightsWish(DeskWorld.Tegal, RightsKind.Access, RightsSource.Letter) { Name = "Kasmin bin Tarjo", Contact = "Jatibogor RT 02 RW 01", Words = "Mohon salinan semua data saya." }, cancellation);
        var answered = await filing.FileAsync(work.Storage, new RightsWish(DeskWorld.Tegal, RightsKind.Objection, RightsSource.Visit) { Name = "Tarmi", Words = "Keberatan" }, cancellation);
        await desk.CloseAsync(ratna, answered.Id, RightsOutcome.Partly, "Data tidak lagi diteruskan ke bank.", cancellation);
        return [("/kasus", "antrean-ppd"), ("/hak-warga", "hak-warga"), .. pages, ($"/hak-warga/{letter.Id}", "hak-surat"), ($"/hak-warga/{answered.Id}", "hak-dijawab")];
    }

    /// <summary>Somebody at the counter who brought a card.</summary>
    private static async Task<(string Ticket, long Paper)> WalkInAsync(DeskWorld world, OfficerReach desk)
    {
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(desk);
        var saved = await browser.PostFilesAsync(
            "/loket", "/loket", [("KTP", SamplePictures.Card(640, 400))],
            ("Form.Nama", "Kusmiyati"), ("Form.Desa", "33.28.16.2007"), ("Form.Keperluan", "SKTM"), ("Form.Cerita", "surat untuk berobat"), ("Form.Izin", "true"));
        var ticket = saved.Headers.Location!.OriginalString.Split('/')[2];
        await using var work = world.Open();
        return (ticket, await work.Storage.Documents.Where(row => work.Storage.Cases.Any(one => one.Id == row.CaseId && one.Ticket == ticket)).Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Something on each page of Dinsos; gives back the bulletin.</summary>
    private static async Task<long> DinsosAsync(DeskWorld world, OfficerReach desk, OfficerReach dinsos)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var work = world.Open();
        var now = world.Clock.GetUtcNow();
        work.Storage.Add(new MissedMessage { RegencyCode = DeskWorld.Tegal, Words = "kertu kulo boten saged damel periksa", Step = "AskNeedGroup", ChosenCategory = "KIS_MATI", Times = 4, FirstAt = now, LastAt = now });
        work.Storage.Add(new Agency { RegencyCode = DeskWorld.Tegal, Kind = AgencyKind.CivilRegistry, Name = "Dukcapil Kabupaten Tegal", Phone = "(0283) 000000", Hours = "Senin–Jumat 08.00–15.00", Address = "Slawi", ChangedAt = now, ChangedBy = dinsos.OfficerId });
        await work.Storage.SaveChangesAsync(cancellation);
        work.Storage.AddRange(
            new TalkLeaving { RegencyCode = DeskWorld.Tegal, Day = DateOnly.FromDateTime(now.Date), Step = "AskDocuments", Kind = LeavingKind.Silent, Times = 14 },
            new TalkLeaving { RegencyCode = DeskWorld.Tegal, Day = DateOnly.FromDateTime(now.Date), Step = "AskConsent", Kind = LeavingKind.Refused, Times = 6 });
        await work.Storage.SaveChangesAsync(cancellation);
        var proposed = await world.CaseAsync(status: CaseStatus.InProgress, needs: "DATA");
        await work.Get<ProposalList>().ProposeAsync(desk, proposed.Ticket, ProposalKind.Change, "Anggota keluarga bertambah", cancellation);
        var log = work.Get<ObstacleLog>();
        var obstacle = await log.ReportAsync(desk, DeskWorld.Jatibogor, ObstacleKind.Equipment, "Sinyal di balai desa sering hilang, foto rumah gagal terkirim.", null, cancellation);
        await log.AnswerAsync(dinsos, obstacle!.Id, new ObstacleAnswer("Dipasang penguat sinyal di balai desa.", "Bidang Data Dinsos", new DateOnly(2026, 12, 1)), cancellation);
        var edit = new NeedEdit(DeskWorld.Tegal, "BANSOS_USUL", 0, dinsos.OfficerId);
        await work.Get<NeedEditing>().SaveAsync(edit, new NeedText("Usul bansos baru", true, ["KTP", "KK"], ["FOTO_RUMAH"]), "Nama lama sering disalahpahami.", cancellation);
        return (await work.Get<BulletinBoard>().PublishAsync(dinsos, DeskWorld.Tegal, "Surat faskes untuk KIS mati", "Mulai 1 Desember surat faskes wajib ada nomor telepon faskes.", cancellation))!.Id;
    }

    /// <summary>Two looks at the aid data, the newest overdue, and a family card with another ticket on it.</summary>
    private static async Task CheckedAsync(DeskWorld world, Case examined, OfficerReach by)
    {
        var sister = await world.CaseAsync(needs: "SKTM");
        await using var work = world.Open();
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().DateTime);
        foreach (var months in new[] { 7, 4 })
            work.Storage.DataChecks.Add(new DataCheck { ResidentId = examined.ReporterId, CaseId = examined.Id, IsListed = true, Decile = months == 7 ? null : 3, CheckedOn = today.AddMonths(-months), RecordedAt = world.Clock.GetUtcNow(), CheckedBy = by.OfficerId });
        foreach (var person in new[] { examined.ReporterId, sister.ReporterId })
            (await work.Storage.Residents.FindAsync([person], TestContext.Current.CancellationToken))!.KkIndex = world.Cipher.Index("kk", "3328062001110004");
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<long> ProgrammesAsync(DeskWorld world)
    {
        await using var work = world.Open();
        await DemoProgrammes.LoadAsync(work.Storage, world.Clock, TestContext.Current.CancellationToken);
        return await work.Storage.Programmes.MinAsync(row => row.Id, TestContext.Current.CancellationToken);
    }

    private static async Task<(long Letter, long Alarm, long Chat)> FillAsync(DeskWorld world, Case visited, Case reviewed, Case secret, OfficerReach by)
    {
        var chat = await world.ChatAsync();
        await using var work = world.Open();
        var now = world.Clock.GetUtcNow();
        work.Storage.Visits.Add(new Visit { CaseId = visited.Id, FasilitatorId = by.OfficerId, PlannedBy = by.OfficerId, PlannedAt = now, StartsAt = now.AddDays(1) });
        var proposed = new Referral
        {
            CaseId = reviewed.Id,
            Number = "001/RJK/3328162007/XI/2026",
            Kind = AgencyKind.Dinsos,
            Agency = "Dinas Sosial Kabupaten Tegal",
            Summary = world.Cipher.Seal("Kartu KIS tidak aktif sejak Oktober 2026, perlu kontrol rutin."),
            Request = world.Cipher.Seal("Pengusulan aktif kembali sebagai peserta PBI-JK."),
            ProposedBy = by.OfficerId,
            ProposedAt = now,
        };
        var alarm = new Emergency { RegencyCode = DeskWorld.Tegal, ConversationId = secret.ConversationId!.Value, CaseId = secret.Id, Number = "D-2611-03", RaisedAt = now };
        work.Storage.AddRange(proposed, alarm, new PlaceMiss { RegencyCode = DeskWorld.Tegal, Words = "jatibogoh kidul", Kind = MissKind.NotFound, Times = 3, FirstAt = now, LastAt = now });
        var waiting = (await work.Storage.Conversations.FindAsync([chat], TestContext.Current.CancellationToken))!;
        (waiting.HelpWantedAt, waiting.HelpUnitCode) = (now, DeskWorld.Jatibogor);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (proposed.Id, alarm.Id, chat);
    }
}
