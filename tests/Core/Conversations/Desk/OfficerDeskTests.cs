using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Conversations;
using Puskesos.Core.Officers;
using static Puskesos.Tests.Core.Conversations.Desk.DeskDeeds;

namespace Puskesos.Tests.Core.Conversations.Desk;

public sealed class OfficerDeskTests
{
    [Fact]
    public async Task A_visible_move_tells_the_resident_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();

        var first = await MoveAsync(world, rini, filed, CaseMove.StartCheck);
        var again = await MoveAsync(world, rini, filed, CaseMove.StartCheck);

        Assert.Equal((MoveAnswer.Done, MoveAnswer.AlreadyDone), (first.Answer, again.Answer));
        Assert.Equal([$"Kabar tiket {filed.Ticket}: sedang diperiksa Rini dari Puskesos Jatibogor. Mohon ditunggu."], await world.ToldAsync(filed.Id));
        var now = await world.ReadAsync(filed.Id);
        Assert.Equal((CaseStatus.UnderReview, rini.OfficerId), (now.Status, now.OwnerId));
        Assert.Single(now.Events, line => line.Kind == CaseEventKind.Moved);
    }

    [Fact]
    public async Task Two_clicks_at_the_same_moment_move_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => MoveAsync(world, rini, filed, CaseMove.StartCheck)));

        Assert.Single(results, result => result.Answer == MoveAnswer.Done);
        Assert.Equal(5, results.Count(result => result.Answer == MoveAnswer.AlreadyDone));
        Assert.Single(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task The_second_officer_hears_that_the_case_changed()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var agus = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();

        await MoveAsync(world, rini, filed, CaseMove.StartCheck);
        await using var work = world.Open();
        var late = await work.Desk.MoveAsync(agus, filed.Ticket, filed.Version, new MoveRequest(CaseMove.StartCheck), TestContext.Current.CancellationToken);

        Assert.Equal(MoveAnswer.Changed, late.Answer);
        Assert.Equal(rini.OfficerId, (await world.ReadAsync(filed.Id)).OwnerId);
    }

    [Fact]
    public async Task Another_wish_from_an_old_page_is_no_double_click()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var (papers, visit) = (await world.CaseAsync(status: CaseStatus.UnderReview), await world.CaseAsync(status: CaseStatus.UnderReview));
        async Task<MoveAnswer> AskAsync(Case about, MoveRequest request)
        {
            await using var work = world.Open();
            return (await work.Desk.MoveAsync(rini, about.Ticket, about.Version, request, TestContext.Current.CancellationToken)).Answer;
        }

        MoveRequest Visit(int day) => new(CaseMove.PlanVisit) { Visit = new VisitPlan(new DateTimeOffset(2026, 11, day, 9, 0, 0, TimeSpan.FromHours(7)), rini.OfficerId) };
        var answers = new List<MoveAnswer>();
        foreach (var paper in new[] { "KTP", "KTP", "KK" }) answers.Add(await AskAsync(papers, new MoveRequest(CaseMove.AskDocuments) { Documents = [paper] }));
        foreach (var day in new[] { 16, 16, 17 }) answers.Add(await AskAsync(visit, Visit(day)));

        Assert.Equal([MoveAnswer.Done, MoveAnswer.AlreadyDone, MoveAnswer.Changed, MoveAnswer.Done, MoveAnswer.AlreadyDone, MoveAnswer.Changed], answers);
    }

    [Fact]
    public async Task A_move_is_taken_back_within_ten_seconds_and_nothing_goes_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        var agus = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.InProgress);

        await ResolveAsync(world, agus, filed, Outcome.AidReceived, "Kursi roda diserahkan");
        Assert.Equal(Step.AskResolved, await StepAsync(world, filed));
        world.Clock.Advance(TimeSpan.FromSeconds(9));
        var undone = await UndoAsync(world, agus, filed);

        var now = await world.ReadAsync(filed.Id);
        Assert.Equal((MoveAnswer.Done, CaseStatus.InProgress, null, null), (undone.Answer, now.Status, now.Items[0].Outcome, now.Items[0].OutcomeSentence));
        Assert.Empty(await world.ToldAsync(filed.Id));
        Assert.Equal(Step.Greet, await StepAsync(world, filed));
        Assert.Contains(now.Events, line => line.Kind == CaseEventKind.Undone);
    }

    [Fact]
    public async Task After_ten_seconds_or_once_sent_it_is_too_late()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var sent = await world.CaseAsync();
        var old = await world.CaseAsync();

        await MoveAsync(world, rini, sent, CaseMove.StartCheck);
        await MoveAsync(world, rini, old, CaseMove.StartCheck);
        await world.Database.ScalarAsync("update outbox_messages set status = 1 where case_id = $1", sent.Id);
        var claimed = await UndoAsync(world, rini, sent);
        world.Clock.Advance(CaseNews.UndoWindow);
        var late = await UndoAsync(world, rini, old);

        Assert.Equal((MoveAnswer.TooLate, MoveAnswer.TooLate), (claimed.Answer, late.Answer));
        Assert.Equal(CaseStatus.UnderReview, (await world.ReadAsync(sent.Id)).Status);
    }

    [Fact]
    public async Task Finishing_needs_an_outcome_that_the_state_allows_and_a_sentence()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);

        var noSentence = await ResolveAsync(world, rini, filed, Outcome.InformationGiven, " ");
        var tooMuch = await ResolveAsync(world, rini, filed, Outcome.AidReceived, "Sudah cair.");
        var right = await ResolveAsync(world, rini, filed, Outcome.InformationGiven, "Bantuan tahap ini belum disalurkan bank");

        Assert.Equal((MoveAnswer.Incomplete, MoveAnswer.Incomplete, MoveAnswer.Done), (noSentence.Answer, tooMuch.Answer, right.Answer));
        Assert.Equal(
            [$"Kabar tiket {filed.Ticket}: selesai. Hasil: Bantuan tahap ini belum disalurkan bank. Apakah masalahnya sudah beres?\n1 Sudah\n2 Belum"],
            await world.ToldAsync(filed.Id));
        await using var work = world.Open();
        var row = await work.Storage.Outbox.SingleAsync(message => message.CaseId == filed.Id, TestContext.Current.CancellationToken);
        Assert.Equal(["AskResolved:1", "AskResolved:2"], world.Outbox.Open(row)!.Choices.Select(choice => choice.Id));
        Assert.Equal(row.CreatedAt + CaseNews.UndoWindow, row.NotBefore);
    }

    [Fact]
    public async Task Papers_rest_the_clock_and_their_arrival_starts_it_again()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(needs: "DISABILITAS");
        await MoveAsync(world, rini, filed, CaseMove.StartCheck);

        await using (var work = world.Open())
            await work.Desk.MoveAsync(rini, filed.Ticket, null, new MoveRequest(CaseMove.AskDocuments) { Documents = ["KTP/KIA", "KK"] }, TestContext.Current.CancellationToken);
        var resting = await world.ReadAsync(filed.Id);
        world.Clock.Advance(TimeSpan.FromDays(1));
        var first = await ArriveAsync(world, filed, "KTP/KIA");
        var second = await ArriveAsync(world, filed, "KK");

        Assert.Equal(($"Kabar tiket {filed.Ticket}: masih perlu KTP/KIA, KK. Mohon kirim fotonya di sini sebelum Sabtu, 12 Desember. Kalau sulit, balas BANTU, petugas akan menolong."), (await world.ToldAsync(filed.Id))[1]);
        Assert.Equal((CaseStatus.NeedsDocuments, null), (resting.Status, resting.DueAt));
        Assert.NotNull(resting.ClockLeft);
        Assert.Equal(["KK"], first.Missing);
        Assert.Equal("CaseDocumentsComplete_ToResident", second.Told!.Key);
        var now = await world.ReadAsync(filed.Id);
        Assert.Equal((CaseStatus.UnderReview, null), (now.Status, now.ClockLeft));
        Assert.NotNull(now.DueAt);
        Assert.Equal(2, (await world.ToldAsync(filed.Id)).Count);
    }

    [Fact]
    public async Task A_need_of_several_moves_alone_and_the_case_shows_the_least_advanced()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.BackOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(needs: ["BANSOS_USUL", "SEKOLAH"]);

        await using (var work = world.Open())
            await work.Desk.MoveAsync(rini, filed.Ticket, filed.Version, new MoveRequest(CaseMove.StartCheck) { Item = 2 }, TestContext.Current.CancellationToken);

        Assert.Equal([$"Kabar tiket {filed.Ticket}, keperluan Biaya sekolah (PIP/KIP): sedang diperiksa petugas. Keperluan lain tetap kami urus."], await world.ToldAsync(filed.Id));
        var now = await world.ReadAsync(filed.Id);
        Assert.Equal(CaseStatus.New, now.Status);
        Assert.NotEqual(filed.Version, now.Version);
        await MoveAsync(world, rini, filed, CaseMove.StartCheck);
        await ResolveAsync(world, rini, filed, Outcome.InformationGiven, "Daftar ulang di sekolah.", item: 2);
        Assert.Equal(Step.Greet, await StepAsync(world, filed));
        await ResolveAsync(world, rini, filed, Outcome.InformationGiven, "Menunggu musdes.", item: 1);
        Assert.Contains("selesai. Hasil: Daftar ulang di sekolah. Keperluan lain", (await world.ToldAsync(filed.Id))[2], StringComparison.Ordinal);
        Assert.Equal(Step.AskResolved, await StepAsync(world, filed));
    }

    [Fact]
    public async Task An_officer_of_another_unit_finds_no_such_case()
    {
        await using var world = await DeskWorld.CreateAsync();
        var agus = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari));
        var filed = await world.CaseAsync();

        Assert.Equal(MoveAnswer.NotFound, (await MoveAsync(world, agus, filed, CaseMove.StartCheck)).Answer);
        Assert.Equal(MoveAnswer.NotFound, (await WriteAsync(world, agus, filed, "halo")).Answer);
        Assert.Empty(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task Not_resolved_opens_the_case_again_and_the_second_time_the_tksk_checks()
    {
        await using var world = await DeskWorld.CreateAsync();
        var agus = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor), (Role.FrontOffice, DeskWorld.Jatibogor));
        await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var filed = await world.CaseAsync();
        await MoveAsync(world, agus, filed, CaseMove.StartCheck);
        await ResolveAsync(world, agus, filed, Outcome.InformationGiven, "Selesai.");

        var first = await ReopenAsync(world, filed, "kursinya belum datang");
        await MoveAsync(world, agus, filed, CaseMove.StartCheck);
        await ResolveAsync(world, agus, filed, Outcome.InformationGiven, "Selesai.");
        var second = await ReopenAsync(world, filed, "masih belum");

        Assert.Equal("Agus", first.Told!.Gaps.Single(gap => gap.Name == "officer").Value);
        Assert.Equal("Bu Endang", second.Told!.Gaps.Single(gap => gap.Name == "officer").Value);
        Assert.Equal("Jumat, 13 November", second.Told!.Gaps.Single(gap => gap.Name == "date").Value);
        var now = await world.ReadAsync(filed.Id);
        Assert.Equal((CaseStatus.Reopened, 2, null), (now.Status, now.ReopenedCount, now.OwnerId));
        Assert.Equal(MoveAnswer.NotAllowed, (await MoveAsync(world, agus, filed, CaseMove.StartCheck)).Answer);
    }
}
