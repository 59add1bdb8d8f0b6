using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>Every page in a real browser, phone and laptop, light and dark: axe finds nothing, nothing sticks out, the first view stays small.</summary>
public sealed class PageLooksTests
{
    /// <summary>What a phone with a weak signal may have to fetch before an officer can work (issue 6, item 8).</summary>
    private const long MostBytes = 60_000;

    [Theory(Explicit = true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Every_page_is_accessible_fits_and_is_small(int width, bool dark)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var all = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor), (Role.Fasilitator, DeskWorld.Jatibogor));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var fresh = await world.CaseAsync(needs: ["BANSOS_USUL", "SKTM"]);
        var examined = await world.CaseAsync(status: CaseStatus.UnderReview);
        var visited = await world.CaseAsync(status: CaseStatus.Visit);
        var reviewed = await world.CaseAsync(status: CaseStatus.ReferralReview);
        await world.CaseAsync(secrecy: Secrecy.Confidential, needs: "KEKERASAN");
        var letter = await FillAsync(world, visited, reviewed, all);
        var problems = new List<string>();
        async Task LookAsync(IPage page, string path, string name)
        {
            var bytes = await DeskBrowser.GoAsync(page, path);
            problems.AddRange((await DeskBrowser.ViolationsAsync(page)).Select(found => $"{path}: {found}"));
            if (!await DeskBrowser.FitsAsync(page)) problems.Add($"{path}: sticks out to the right");
            if (bytes > MostBytes) problems.Add($"{path}: {bytes} bytes over the wire");
            await DeskBrowser.ShootAsync(page, $"{name}-{width}{(dark ? "-dark" : "")}");
        }

        await LookAsync(await browser.OpenAsync(world, null, width, dark), "/masuk", "masuk");
        var desk = await browser.OpenAsync(world, all, width, dark);
        foreach (var (path, name) in new[]
        {
            ("/kasus", "antrean"), ($"/kasus/{fresh.Ticket}", "kasus-baru"), ($"/kasus/{examined.Ticket}", "kasus"), ($"/kasus/{examined.Ticket}/kunjungan", "kunjungan"), ($"/kasus/{visited.Ticket}/kunjungan", "laporan-kunjungan"),
            ($"/kasus/{visited.Ticket}/rujukan", "rujukan"), ($"/kasus/{examined.Ticket}/tolak", "tolak"), ($"/kasus/{examined.Ticket}/gabung", "gabung"), ($"/kasus/{reviewed.Ticket}/rujukan/{letter}/surat", "surat"),
            ("/loket", "loket"), ("/akun", "akun"), ("/akun/dua-langkah", "dua-langkah"), ("/tidak-ada", "tidak-ada"),
        }) await LookAsync(desk, path, name);
        var tksk = await browser.OpenAsync(world, endang, width, dark);
        foreach (var (path, name) in new[] { ("/papan", "papan"), ($"/kasus/{reviewed.Ticket}/rujukan", "telaah"), ($"/kasus/{examined.Ticket}/pindah", "pindah") }) await LookAsync(tksk, path, name);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task<long> FillAsync(DeskWorld world, Case visited, Case reviewed, OfficerReach by)
    {
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
        work.Storage.Referrals.Add(proposed);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return proposed.Id;
    }
}
