using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Demo;

/// <summary>Eight invented residents of Kab. Tegal and what became of their complaints: one of every kind of waiting that a desk knows.</summary>
public static class DemoStories
{
    private const string Rini = "rini";
    private const string Agus = "agus.jatibogor";
    private const string Endang = "endang";

    /// <summary>The stories, for a day on which visits can be planned.</summary>
    public static IReadOnlyList<DemoStory> Of(DateTimeOffset visitAt) =>
    [
        new("Sarinah", [
            Says(8, "08:20", "assalamualaikum saya sarinah jatibogor suradadi, saya ingin dapat pkh, sama anak saya mau minta kip buat sekolah", "1", "1", "1", "1", "selesai", "1", "lewati"),
            Does(8, "09:05", Rini, Take),
            Does(6, "10:10", Agus, Finish(2, Outcome.InformationGiven, "Sekolah menandai layak PIP, tunggu semester depan.")),
            Does(6, "10:30", Agus, Move(CaseMove.Handle)),
        ]),
        new("Warsito", [
            Says(9, "09:10", Complaint("Warsito", "jatibogor suradadi", "1", "1", "kartu kis saya mati waktu mau kontrol jantung")),
            Does(9, "10:00", Rini, Take),
            Does(8, "08:40", Agus, Move(CaseMove.Handle)),
            Does(8, "13:00", Agus, Refer),
            Does(7, "09:15", Endang, Approve),
        ]),
        new("Kusmiyati", [
            Says(7, "08:50", Complaint("Kusmiyati", "jatibogor suradadi", "5", "1", "butuh surat untuk daftar sekolah anak")),
            Does(7, "11:00", Rini, Take),
            Does(6, "08:30", Agus, Move(CaseMove.Handle)),
            Does(5, "09:30", Agus, Finish(null, Outcome.LetterIssued, "Suratnya bisa diambil di kantor desa, gratis.")),
            Says(4, "18:10", "1", "4 terima kasih banyak"),
        ]),
        new("Taryono", [
            Says(4, "12:40", Complaint("Taryono", "jatibogor suradadi", "4", "1", "anak saya putus sekolah karena biaya")),
            Does(3, "08:30", Rini, Take),
            Does(3, "08:45", Rini, Papers("KK")),
        ]),
        new("Suminah", [
            Says(6, "14:10", Complaint("Suminah", "jatibogor suradadi", "5", "1", "surat keterangan untuk berobat")),
            Does(5, "08:20", Rini, Take),
            Does(5, "13:10", Agus, Move(CaseMove.Handle)),
            Does(4, "09:00", Agus, Finish(null, Outcome.LetterIssued, "Suratnya bisa diambil di kantor desa, gratis.")),
            Says(2, "19:20", "2", "kantor desanya tutup terus pak"),
        ]),
        new("Ratinah", [
            Says(5, "10:20", Complaint("Ratinah", "jatibogor suradadi", "2", "1", "belum pernah dapat bantuan apa-apa")),
            Does(4, "08:30", Rini, Take),
            Does(1, "10:40", Agus, Refuse),
        ]),
        new("Darsono", [
            Says(3, "16:30", Complaint("Darsono", "yamansari lebaksiu", "6", "1", "atap rumah bocor, dinding bambu sudah miring")),
            Does(2, "08:15", "agus.yamansari", Take),
            Does(2, "08:40", "agus.yamansari", Visit(visitAt)),
            Says(2, "12:05", "1"),
        ]),
        new("Mistun", [
            Says(2, "12:50", "bantuan saya dipotong pak kades 200rb katanya buat administrasi", "1", "1", "Mistun", "jatibogor suradadi", "1", "1", "lewati", "1", "lewati"),
            Does(1, "08:30", "gunadi", Take),
        ]),
    ];

    private static string[] Complaint(string name, string village, string group, string need, string story) =>
        ["lapor", "1", "1", name, village, "1", group, need, story, "selesai", "1", "lewati"];

    private static DemoBeat Says(int daysAgo, string at, params string[] messages) =>
        new(daysAgo, TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), (teller, resident, stop) => teller.SaysAsync(resident, messages, stop));

    private static DemoBeat Does(int daysAgo, string at, string officer, Act act) =>
        new(daysAgo, TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), (teller, resident, stop) => teller.ActsAsync(officer, resident, (services, reach, ticket) => act(services, reach, ticket, stop), stop));

    private static Task<MoveResult> Take(IServiceProvider services, OfficerReach reach, string ticket, CancellationToken stop) =>
        services.GetRequiredService<OfficerDesk>().TakeAsync(reach, ticket, stop);

    private static Act Move(CaseMove move) => (services, reach, ticket, stop) => services.GetRequiredService<OfficerDesk>().MoveAsync(reach, ticket, null, new MoveRequest(move), stop);

    private static Act Finish(int? item, Outcome outcome, string sentence) => (services, reach, ticket, stop) =>
        services.GetRequiredService<OfficerDesk>().MoveAsync(reach, ticket, null, new MoveRequest(CaseMove.Resolve) { Item = item, Outcome = outcome, Words = sentence }, stop);

    private static Act Papers(params string[] kinds) => (services, reach, ticket, stop) =>
        services.GetRequiredService<OfficerDesk>().MoveAsync(reach, ticket, null, new MoveRequest(CaseMove.AskDocuments) { Documents = kinds }, stop);

    private static Act Visit(DateTimeOffset at) => async (services, reach, ticket, stop) =>
    {
        var wahyu = await StoryTeller.IdAsync(services.GetRequiredService<BotDbContext>(), "wahyu", stop);
        return await services.GetRequiredService<OfficerDesk>().MoveAsync(reach, ticket, null, new MoveRequest(CaseMove.PlanVisit) { Visit = new VisitPlan(at, wahyu) }, stop);
    };

    private static Task<MoveResult> Refer(IServiceProvider services, OfficerReach reach, string ticket, CancellationToken stop) =>
        services.GetRequiredService<OfficerDesk>().MoveAsync(reach, ticket, null, new MoveRequest(CaseMove.ProposeReferral)
        {
            Referral = new ReferralForm { Kind = AgencyKind.Dinsos, Agency = "Dinas Sosial Kabupaten Tegal", Summary = "Kartu KIS tidak aktif sejak bulan lalu, perlu kontrol rutin.", Request = "Pengusulan aktif kembali sebagai peserta PBI-JK." },
        }, stop);

    private static Task<MoveResult> Approve(IServiceProvider services, OfficerReach reach, string ticket, CancellationToken stop) =>
        services.GetRequiredService<OfficerDesk>().MoveAsync(reach, ticket, null, new MoveRequest(CaseMove.Refer)
        {
            Referral = new ReferralForm { AnswerDueAt = services.GetRequiredService<TimeProvider>().GetUtcNow() + AnswerWithin },
        }, stop);

    private static Task<MoveResult> Refuse(IServiceProvider services, OfficerReach reach, string ticket, CancellationToken stop) => services.GetRequiredService<OfficerDecisions>().ProposeRefusalAsync(
        reach, ticket, null, new RefusalForm(RefusalReason.CivilDataDiffers, "NIK di KTP dan KK tidak sama.", "Betulkan dulu di Dukcapil (gratis), lalu kirim KK baru di sini."), stop);

    /// <summary>What the page offers first.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(30);

    private delegate Task<MoveResult> Act(IServiceProvider services, OfficerReach reach, string ticket, CancellationToken stop);
}
