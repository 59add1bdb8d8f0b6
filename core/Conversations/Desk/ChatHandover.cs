using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>Hands a chat from the bot to an officer and back. Runs inside the caller's transaction, with the chat locked.</summary>
public sealed class ChatHandover(Outbox outbox, TextCatalog texts, TurnLoader loader, StepBook steps, TimeProvider time)
{
    /// <summary>The officer has the chat; the resident is told once who answers.</summary>
    public async Task TakeAsync(BotDbContext database, Conversation chat, Actor officer, Case? about, CancellationToken cancellationToken)
    {
        if (chat.HeldBy == officer.OfficerId && chat.HeldCaseId == about?.Id) return;
        var unitCode = about?.UnitCode ?? chat.HelpUnitCode;
        var unit = await database.Set<PuskesosUnit>().Where(row => row.Code == unitCode).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) ?? "Puskesos";
        var isNew = chat.HeldBy != officer.OfficerId;
        (chat.HeldBy, chat.HeldCaseId, chat.HeldTouchedAt, chat.HelpWantedAt) = (officer.OfficerId, about?.Id, time.GetUtcNow(), null);
        if (isNew) await SayAsync(database, chat, about?.Id, new Notice(Questions.Handover_Started, ("officer", officer.Name), ("unit", unit)), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Words of the officer in a chat that belongs to no case yet; the same form sent twice is said once.</summary>
    public async Task WriteAsync(BotDbContext database, Conversation chat, Actor officer, WrittenLine written, CancellationToken cancellationToken)
    {
        var once = written.OnceKey is { } form ? $"held/{chat.Id}/{form:N}" : null;
        if (once is not null && await database.Outbox.AnyAsync(row => row.DedupeKey == once, cancellationToken)) return;
        chat.HeldTouchedAt = time.GetUtcNow();
        await SayAsync(database, chat, chat.HeldCaseId, new Notice(Questions.Handover_Words, ("officer", officer.Name)).WithPersons("text", written.Words.Trim()), cancellationToken, once);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The bot has the chat again, says so, and asks once more the question that waits.</summary>
    public async Task GiveBackAsync(BotDbContext database, Conversation chat, CancellationToken cancellationToken)
    {
        var name = await database.Users.Where(row => row.Id == chat.HeldBy).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
        var caseId = chat.HeldCaseId;
        (chat.HeldBy, chat.HeldCaseId, chat.HeldTouchedAt, chat.HelpUnitCode) = (null, null, null, null);
        await SayAsync(database, chat, caseId, new Notice(Questions.Handover_Ended, ("officer", name)), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        if (chat.Step != Step.Greet) await AskAgainAsync(database, chat, cancellationToken);
    }

    private async Task AskAgainAsync(BotDbContext database, Conversation chat, CancellationToken cancellationToken)
    {
        var view = (await loader.LoadAsync(database, [chat.Id], time.GetUtcNow(), cancellationToken))[0].View;
        if (view.Step == Step.Greet) return;
        var question = steps[view.Step].Ask(view);
        if (ReplyRenderer.Render([question], view) is not { } message) return;
        database.Outbox.Add(outbox.Compose(new OutboxTarget(chat.Id, view.Channel), message, question.Key, Priority.Reply));
        chat.PromptedAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task SayAsync(BotDbContext database, Conversation chat, long? caseId, Notice notice, CancellationToken cancellationToken, string? once = null)
    {
        if (caseId is { } known) await EarlierNews.LetGoAsync(database, known, [chat.Id], Lane.Talk, time.GetUtcNow(), cancellationToken);
        var channel = await database.Addresses.Where(row => row.Id == chat.Id).Select(row => row.Channel).SingleAsync(cancellationToken);
        var message = NoticeMessage.Of(notice, texts.For(chat.RegencyCode), chat.Language) with { TemplateKey = null, TemplateValues = [] };
        database.Outbox.Add(outbox.Compose(new OutboxTarget(chat.Id, channel, caseId), message, notice.Key, Priority.Reply, dedupeKey: once));
    }
}
