using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>Asks the person helped whether he or she agrees, in the person's own chat; often the first message ever to it. Runs inside the caller's transaction.</summary>
public sealed class HelpedAsking(Outbox outbox, TextCatalog texts)
{
    /// <summary>Sends the question once to the chat of the case's person helped; false when that chat was asked before.</summary>
    public async Task<bool> AskAsync(BotDbContext database, Case filed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filed);
        var chat = filed.HelpedConversationId ?? throw new ArgumentException("The person helped has no chat.", nameof(filed));
        var key = $"confirm-helped/{filed.Id}/{chat}";
        if (await database.Outbox.AnyAsync(row => row.DedupeKey == key, cancellationToken)) return false;
        var regency = await database.Set<Regency>().Where(row => row.Code == filed.RegencyCode).Select(row => row.Name).SingleAsync(cancellationToken);
        var names = await database.Residents.Where(row => row.Id == filed.ReporterId || row.Id == filed.HelpedId).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var notice = new Notice(Questions.ConfirmHelped_Question, ("regency", regency), ("ticket", filed.Ticket))
            .WithPersons("helper", names[filed.ReporterId]).WithPersons("name", names[filed.HelpedId!.Value]);
        var message = NoticeMessage.Of(notice, texts.For(filed.RegencyCode), TextCatalog.Indonesian, nameof(Step.ConfirmHelped));
        database.Outbox.Add(outbox.Compose(new OutboxTarget(chat, Channel.WhatsApp, filed.Id), message, Questions.ConfirmHelped_Question, Priority.Status, dedupeKey: key));
        await database.Conversations.Where(row => row.Id == chat && row.Step == Step.Greet)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Step, Step.ConfirmHelped), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
