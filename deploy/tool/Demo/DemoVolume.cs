using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Demo;

/// <summary>The queue of a busy unit: ten new and two hundred open, entered at the counter of Jatibogor over the last weeks (DOMAIN F14).</summary>
public static class DemoVolume
{
    public const int New = 10;
    public const int Open = 200;

    private const string Village = "33.28.16.2007";

    private static readonly string[] FirstNames =
        ["Tarsini", "Wasri", "Kasturi", "Ropiah", "Sutarno", "Darinah", "Mukson", "Karyati", "Sopan", "Tuti", "Rasjo", "Nurohmah", "Casmadi", "Wartini", "Sugeng", "Eliyah", "Tarjo", "Umi", "Slamet", "Khotimah"];

    private static readonly string[] LastNames = ["", "binti Rasdan", "Wijaya", "Lestari", "bin Carmad", "Handayani", "Raharjo", "Astuti", "Purnomo", "Kartini", "Santoso"];

    private static readonly (string Need, string Story)[] Complaints =
    [
        ("BANSOS_USUL", "belum pernah dapat PKH, anak tiga"), ("KIS_MATI", "kartu KIS tidak bisa dipakai berobat"), ("SKTM", "butuh surat untuk daftar sekolah"),
        ("BANSOS_MACET", "saldo KKS kosong sejak tahap dua"), ("DATA", "ingin tahu desil, dulu dapat sekarang tidak"), ("SEKOLAH", "anak belum dapat PIP"),
        ("KKS", "kartu KKS hilang"), ("RUMAH", "atap bocor, dinding bambu"), ("ADMINDUK", "KK hilang waktu banjir"),
    ];

    /// <summary>Enters the open ones, the oldest first, each as far as it has come.</summary>
    /// <param name="services">Core, on the story's clock.</param>
    /// <param name="teller">Moves the clock.</param>
    /// <param name="momentOf">The moment of the nth, oldest first.</param>
    public static async Task EnterOpenAsync(IServiceProvider services, StoryTeller teller, Func<int, DateTimeOffset> momentOf, CancellationToken cancellationToken)
    {
        for (var at = 0; at < Open; at++)
        {
            teller.GoOnTo(momentOf(at));
            var ticket = await EnterAsync(services, teller, at, cancellationToken);
            foreach (var (officer, request) in MovesOf(at)) await MoveAsync(services, teller, officer, ticket, request, cancellationToken);
        }
    }

    /// <summary>Enters the new ones, one at each moment.</summary>
    public static async Task EnterNewAsync(IServiceProvider services, StoryTeller teller, IReadOnlyList<DateTimeOffset> moments, CancellationToken cancellationToken)
    {
        for (var at = 0; at < moments.Count; at++)
        {
            teller.GoOnTo(moments[at]);
            await EnterAsync(services, teller, Open + at, cancellationToken);
        }
    }

    private static async Task<string> EnterAsync(IServiceProvider services, StoryTeller teller, int at, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var reach = await teller.ReachAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), at % 3 == 0 ? "dedi" : "rini", cancellationToken);
        var (need, story) = Complaints[at % Complaints.Length];
        var name = $"{FirstNames[at % FirstNames.Length]} {LastNames[at / FirstNames.Length]}".Trim();
        var form = new WalkInForm { Name = name, VillageCode = Village, AddressNote = $"RT {1 + (at % 12):00}/RW {1 + (at % 4):00}", Needs = [need], Story = story };
        var filed = await scope.ServiceProvider.GetRequiredService<WalkIn>().FileAsync(reach, form, services.GetRequiredService<CatalogueSnapshot>().Current, cancellationToken);
        return filed.Case.Ticket;
    }

    /// <summary>Of ten: three examined, four handled, one waits for papers, one for the TKSK, one is outside.</summary>
    private static IEnumerable<(string Officer, MoveRequest Request)> MovesOf(int at)
    {
        yield return ("rini", new MoveRequest(CaseMove.StartCheck));
        if (at % 10 < 3) yield break;
        if (at % 10 == 3)
        {
            yield return ("rini", new MoveRequest(CaseMove.AskDocuments) { Documents = ["KTP", "KK"] });
            yield break;
        }

        yield return ("agus.jatibogor", new MoveRequest(CaseMove.Handle));
        if (at % 10 < 8) yield break;
        var form = new ReferralForm { Kind = AgencyKind.Dinsos, Agency = "Dinas Sosial Kabupaten Tegal", Summary = "Berkas lengkap, perlu pengusulan.", Request = "Mohon diproses." };
        yield return ("agus.jatibogor", new MoveRequest(CaseMove.ProposeReferral) { Referral = form });
        if (at % 10 == 9) yield return ("endang", new MoveRequest(CaseMove.Refer) { Referral = form with { AnswerDueAt = null } });
    }

    private static async Task MoveAsync(IServiceProvider services, StoryTeller teller, string officer, string ticket, MoveRequest request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var reach = await teller.ReachAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), officer, cancellationToken);
        var moved = request.Move == CaseMove.Refer
            ? request with { Referral = request.Referral! with { AnswerDueAt = services.GetRequiredService<TimeProvider>().GetUtcNow() + TimeSpan.FromDays(30) } } : request;
        var result = await scope.ServiceProvider.GetRequiredService<OfficerDesk>().MoveAsync(reach, ticket, null, moved, cancellationToken);
        if (!result.IsDone) throw new InvalidOperationException($"The demo's queue cannot be filled: {officer} got {result.Answer} for {request.Move}.");
    }
}
