using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Check;

/// <summary>Walks the main job once from the resident's message to the officer's answer, and says of each station whether it holds.</summary>
public sealed class SelfCheck(BotDbContext database, CheckGround ground, CheckErasure erasure, CheckAddresses addresses)
{
    private const string Answer = "Pemeriksaan layanan: jawaban petugas.";
    private const string Result = "Pemeriksaan layanan selesai.";

    /// <summary>Officer's words go out at once; this is for a slow machine.</summary>
    private static readonly TimeSpan WordsArrive = TimeSpan.FromSeconds(20);

    /// <summary>A move can be taken back for ten seconds before its notice goes out.</summary>
    private static readonly TimeSpan NoticeArrives = TimeSpan.FromSeconds(40);

    /// <summary>Instances look for new places each <see cref="LivePlaceIndex.Poll"/>, and need a moment to load the national list.</summary>
    private static readonly TimeSpan PlacesArrive = LivePlaceIndex.Poll + TimeSpan.FromSeconds(5);

    private bool hasFailed;

    /// <summary>Runs the check and erases what it made; true when every line passed.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        using var chat = new Browser(addresses.Bot);
        using var desk = new Browser(addresses.Admin);
        var talk = new ComplaintTalk(chat);
        await erasure.RunAsync(null, cancellationToken);
        try
        {
            await WalkAsync(chat, desk, talk, cancellationToken);
        }
        finally
        {
            await erasure.RunAsync(talk.Person, CancellationToken.None);
        }

        await SayAsync("everything of the check is erased", () => erasure.IsCleanAsync(talk.Person, cancellationToken));
        return !hasFailed;
    }

    /// <summary>Each station needs the one before it: the walk ends at the first that fails.</summary>
    private async Task WalkAsync(Browser chat, Browser desk, ComplaintTalk talk, CancellationToken cancellationToken)
    {
        if (!await SayAsync("bot is ready", () => IsReadyAsync(chat, cancellationToken))) return;
        if (!await SayAsync("admin is ready", () => IsReadyAsync(desk, cancellationToken))) return;
        var regency = await ground.RegencyAsync(cancellationToken);
        if (!await SayAsync("a regency is served", () => Task.FromResult(regency is not null))) return;
        var (email, password) = await ground.MakeAsync(regency!, cancellationToken);
        if (!await SayAsync("the web chat opens", () => talk.OpenAsync(cancellationToken))) return;
        await Task.Delay(PlacesArrive, cancellationToken);

        string? ticket = null;
        if (!await SayAsync("a complaint told in the web chat gets a ticket", async () => (ticket = await talk.FileAsync(cancellationToken)) is not null)) return;
        await SayAsync("its case is with the unit Uji and flagged test", () => IsTestCaseAsync(ticket!, regency!, cancellationToken));
        await SayAsync("reports and reminders leave it out", () => IsLeftOutAsync(ticket!, cancellationToken));

        var officer = new OfficerVisit(desk);
        if (!await SayAsync("an officer of the unit signs in", () => officer.SignInAsync(email, password, cancellationToken))) return;
        await SayAsync("the case is in the queue", () => officer.SeesInQueueAsync(ticket!, cancellationToken));
        if (!await SayAsync("the officer starts the check", () => officer.StartCheckAsync(ticket!, cancellationToken))) return;
        if (!await SayAsync("the officer answers the resident", () => officer.AnswerAsync(Answer, cancellationToken))) return;
        await SayAsync("the resident reads the answer in the web chat", () => talk.ReadsAsync(Answer, WordsArrive, cancellationToken));
        if (!await SayAsync("the officer finishes the case", () => officer.FinishAsync(Result, cancellationToken))) return;
        await SayAsync("the resident is told the result and asked to confirm", () => talk.ReadsAsync(Result, NoticeArrives, cancellationToken));
    }

    private async Task<bool> SayAsync(string station, Func<Task<bool>> holds)
    {
        var (passed, reason) = await TryAsync(holds);
        hasFailed |= !passed;
        Console.WriteLine($"{(passed ? "PASS" : "FAIL")} {station}{reason}");
        return passed;
    }

    private static async Task<(bool Passed, string Reason)> TryAsync(Func<Task<bool>> holds)
    {
        try
        {
            return (await holds(), "");
        }
        catch (HttpRequestException away)
        {
            return (false, $" ({away.HttpRequestError})");
        }
        catch (TaskCanceledException slow) when (slow.InnerException is TimeoutException)
        {
            return (false, " (no answer in time)");
        }
    }

    private static async Task<bool> IsReadyAsync(Browser browser, CancellationToken cancellationToken) =>
        (await browser.OpenAsync("/health/ready", cancellationToken)).Status == System.Net.HttpStatusCode.OK;

    private Task<bool> IsTestCaseAsync(string ticket, string regency, CancellationToken cancellationToken) =>
        database.Cases.AnyAsync(row => row.Ticket == ticket && row.IsTest && row.Status == CaseStatus.New && row.UnitCode == CheckGround.UnitOf(regency), cancellationToken);

    private async Task<bool> IsLeftOutAsync(string ticket, CancellationToken cancellationToken) =>
        await database.Database.SqlQuery<long>(
            $"""
            select (select count(*) from report.cases where ticket = {ticket})
                 + (select count(*) from due_reminders d join cases c on c.id = d.case_id where c.ticket = {ticket}) as "Value"
            """).SingleAsync(cancellationToken) == 0;
}
