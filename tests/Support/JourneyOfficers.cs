using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Support;

/// <summary>Does what a transcript says an officer does on the page: the same calls that the page makes.</summary>
public sealed partial class JourneyOfficers(TalkWorld world)
{
    private static readonly TimeSpan PastUndo = TimeSpan.FromSeconds(11);

    /// <summary>"Rini of PKS-33.28.16.2007: Mulai periksa" in the newest case, or in the chat when there is none.</summary>
    public async Task ActAsync(string scene, (Channel Channel, string Address) chat)
    {
        var line = Scene().Match(scene);
        Assert.True(line.Success, $"this officer's scene is not understood: {scene}");
        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var reach = await ReachAsync(storage, line.Groups[1].Value, line.Groups[2].Value);
        var talk = await world.TalkAsync(chat.Channel, chat.Address);
        var ticket = await storage.Cases.Where(row => row.ConversationId == talk!.Id).OrderByDescending(row => row.Id).Select(row => row.Ticket).FirstOrDefaultAsync();
        var (does, words) = (line.Groups[3].Value, line.Groups[4].Value.Trim());
        if (words == "Hadir") return;
        var result = await DoAsync(scope.ServiceProvider, reach, talk!.Id, ticket, does == " writes" ? "writes" : words, words);
        Assert.True(result.IsDone, $"{scene}: {result.Answer}");
        world.Clock.Advance(PastUndo);
        await world.PumpAsync();
    }

    /// <summary>A one-time code from this officer's page.</summary>
    public async Task<string> CodeAsync(string name, string unit)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var reach = await ReachAsync(storage, name, unit);
        return await scope.ServiceProvider.GetRequiredService<OfficerLinking>().IssueAsync(storage, reach.OfficerId, default);
    }

    private static Task<MoveResult> DoAsync(IServiceProvider services, OfficerReach reach, long talk, string? ticket, string does, string words)
    {
        var desk = services.GetRequiredService<OfficerDesk>();
        var chats = services.GetRequiredService<HeldChats>();
        return does switch
        {
            "Ambil chat" when ticket is null => chats.TakeAsync(reach, talk, default),
            "Ambil chat" => desk.TakeChatAsync(reach, ticket, default),
            "Kembalikan ke bot" when ticket is null => chats.GiveBackAsync(reach, talk, default),
            "Kembalikan ke bot" => desk.GiveChatBackAsync(reach, ticket, default),
            "writes" when ticket is null => chats.WriteAsync(reach, talk, new WrittenLine(words), default),
            "writes" => desk.WriteAsync(reach, ticket, new WrittenLine(words), default),
            "Mulai periksa" => desk.TakeAsync(reach, ticket!, default),
            _ when does.StartsWith("Minta berkas ", StringComparison.Ordinal) =>
                desk.MoveAsync(reach, ticket!, null, new MoveRequest(CaseMove.AskDocuments) { Documents = does["Minta berkas ".Length..].Split(", ") }, default),
            _ when Finish().Match(does) is { Success: true } finish => desk.MoveAsync(
                reach, ticket!, null, new MoveRequest(CaseMove.Resolve) { Outcome = (Outcome)(finish.Groups[1].Value[0] - '0'), Words = finish.Groups[2].Value }, default),
            _ => DecideAsync(services, reach, ticket!, does),
        };
    }

    private static Task<MoveResult> DecideAsync(IServiceProvider services, OfficerReach reach, string ticket, string does)
    {
        var desk = services.GetRequiredService<OfficerDesk>();
        var decisions = services.GetRequiredService<OfficerDecisions>();
        Task<MoveResult> MoveAsync(MoveRequest request) => desk.MoveAsync(reach, ticket, null, request, default);
        return does switch
        {
            "Tangani" => MoveAsync(new MoveRequest(CaseMove.Handle)),
            "Setujui tolak" => MoveAsync(new MoveRequest(CaseMove.Reject)),
            _ when Visit().Match(does) is { Success: true } visit => MoveAsync(new MoveRequest(CaseMove.PlanVisit) { Visit = new VisitPlan(Wib(visit.Groups[1].Value), reach.OfficerId) }),
            _ when Refuse().Match(does) is { Success: true } refuse => decisions.ProposeRefusalAsync(
                reach, ticket, null, new RefusalForm((RefusalReason)(refuse.Groups[1].Value[0] - '0'), refuse.Groups[2].Value, refuse.Groups[3].Value), default),
            _ when Propose().Match(does) is { Success: true } propose => MoveAsync(new MoveRequest(CaseMove.ProposeReferral)
            {
                Referral = new ReferralForm { Agency = propose.Groups[1].Value, Summary = "Tidak bisa berjalan sejak lahir.", Request = "Kursi roda." },
            }),
            _ when SendBack().Match(does) is { Success: true } back => MoveAsync(new MoveRequest(CaseMove.ReturnReferral) { Words = back.Groups[1].Value }),
            _ when Approve().Match(does) is { Success: true } until => MoveAsync(new MoveRequest(CaseMove.Refer) { Referral = new ReferralForm { AnswerDueAt = Wib($"{until.Groups[1].Value} 15:00") } }),
            _ => throw new ArgumentException($"Unknown: {does}", nameof(does)),
        };
    }

    private static async Task<OfficerReach> ReachAsync(BotDbContext storage, string name, string unit)
    {
        var id = await storage.Users.Where(row => row.Name == name).Select(row => (long?)row.Id).FirstOrDefaultAsync();
        if (id is null)
        {
            var email = $"{Guid.NewGuid():N}@example.id";
            var made = new Officer
            {
                Name = name,
                RegencyCode = "33.28",
                Email = email,
                UserName = email,
                NormalizedEmail = email.ToUpperInvariant(),
                NormalizedUserName = email.ToUpperInvariant(),
                SecurityStamp = Guid.NewGuid().ToString("N"),
                PasswordHash = new PasswordHasher<Officer>().HashPassword(null!, "tidak-dipakai"),
                Roles = RolesAt(unit),
            };
            storage.Users.Add(made);
            await storage.SaveChangesAsync();
            id = made.Id;
        }

        return (await OfficerReach.LoadAsync(storage, id.Value, default))!;
    }

    /// <summary>Of a unit: the desk; of a sub-district: its TKSK; of the regency: the SLRT manager.</summary>
    private static List<OfficerRole> RolesAt(string area) => area.Length switch
    {
        5 => [new OfficerRole { Role = Role.Slrt, AreaCode = area }],
        8 => [new OfficerRole { Role = Role.Tksk, AreaCode = area }],
        _ => [new OfficerRole { Role = Role.FrontOffice, AreaCode = area }, new OfficerRole { Role = Role.BackOffice, AreaCode = area }],
    };

    private static DateTimeOffset Wib(string moment) => new(DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    [GeneratedRegex(@"^Rencanakan kunjungan (\d{4}-\d\d-\d\d \d\d:\d\d)$")]
    private static partial Regex Visit();

    [GeneratedRegex("^Usul tolak, T(\\d), \"(.*)\", \"(.*)\"$")]
    private static partial Regex Refuse();

    [GeneratedRegex("^Ajukan rujukan ke (.+)$")]
    private static partial Regex Propose();

    [GeneratedRegex("^Kembalikan rujukan, \"(.*)\"$")]
    private static partial Regex SendBack();

    [GeneratedRegex(@"^Setujui rujukan sampai (\d{4}-\d\d-\d\d)$")]
    private static partial Regex Approve();

    [GeneratedRegex(@"^officer (\w+) of (\S+)( writes|): (.*)$")]
    private static partial Regex Scene();

    [GeneratedRegex("^Selesai, H(\\d), \"(.*)\"$")]
    private static partial Regex Finish();
}
