using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Core.Conversations.Desk;

/// <summary>One deed of an officer or a resident, each in a scope of its own as a request has one.</summary>
internal static class DeskDeeds
{
    public static async Task<MoveResult> MoveAsync(DeskWorld world, OfficerReach reach, Case filed, CaseMove move)
    {
        await using var work = world.Open();
        return await work.Desk.MoveAsync(reach, filed.Ticket, null, new MoveRequest(move), default);
    }

    public static async Task<MoveResult> ResolveAsync(DeskWorld world, OfficerReach reach, Case filed, Outcome outcome, string words, int? item = null)
    {
        await using var work = world.Open();
        return await work.Desk.MoveAsync(reach, filed.Ticket, null, new MoveRequest(CaseMove.Resolve) { Outcome = outcome, Words = words, Item = item }, default);
    }

    public static async Task<MoveResult> UndoAsync(DeskWorld world, OfficerReach reach, Case filed)
    {
        await using var work = world.Open();
        return await work.Desk.UndoAsync(reach, filed.Ticket, default);
    }

    public static async Task<MoveResult> WriteAsync(DeskWorld world, OfficerReach reach, Case filed, string words)
    {
        await using var work = world.Open();
        return await work.Desk.WriteAsync(reach, filed.Ticket, new WrittenLine(words), default);
    }

    public static async Task<MoveResult> ReopenAsync(DeskWorld world, Case filed, string reason)
    {
        await using var work = world.Open();
        var found = await work.Storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == filed.Id);
        return await work.Get<ResidentMoves>().ReopenAsync(work.Storage, found, reason, null, found.ConversationId!.Value, default);
    }

    public static async Task<DocumentArrival> ArriveAsync(DeskWorld world, Case filed, string kind)
    {
        await using var work = world.Open();
        var found = await work.Storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == filed.Id);
        var document = new Puskesos.Core.Documents.Document { ConversationId = found.ConversationId, Channel = Channel.Telegram, ReceivedAt = world.Clock.GetUtcNow() };
        work.Storage.Documents.Add(document);
        await work.Storage.SaveChangesAsync();
        return await work.Get<ResidentMoves>().DocumentArrivedAsync(work.Storage, found, document, kind, found.ConversationId!.Value, default);
    }

    public static async Task<Conversation> ChatAsync(DeskWorld world, Case filed)
    {
        await using var work = world.Open();
        return await work.Storage.Conversations.AsNoTracking().SingleAsync(row => row.Id == filed.ConversationId);
    }

    public static async Task<Step> StepAsync(DeskWorld world, Case filed) => (await ChatAsync(world, filed)).Step;
}
