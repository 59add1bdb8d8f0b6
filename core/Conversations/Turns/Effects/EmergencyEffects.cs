using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Messaging;
using Puskesos.Core.People;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Conversations;

/// <summary>Alarms: raised at once to everybody on duty, filled with what was told, answered by SIAP.</summary>
public sealed class EmergencyEffects(RunningNumbers numbers, CaseFiling filing, AlarmNotices notices, AlarmTaking taking, DraftEffects drafts, FieldCipher cipher)
{
    /// <summary>One alarm per chat and danger; officers on duty are told at any hour, without details.</summary>
    public async Task RaiseAsync(TurnScope scope, bool isSuicidal, CancellationToken cancellationToken)
    {
        scope.Priority = Priority.Emergency;
        if (await OpenAsync(scope, cancellationToken) is not null) return;
        var month = scope.View.LocalNow.ToString("yyMM", CultureInfo.InvariantCulture);
        var number = await numbers.NextAsync(scope.Database, $"emergency/{scope.View.Regency.Code}/{month}", cancellationToken);
        var raised = new Emergency
        {
            RegencyCode = scope.View.Regency.Code,
            ConversationId = scope.ConversationId,
            Number = string.Create(CultureInfo.InvariantCulture, $"D-{month}-{number:00}"),
            RaisedAt = scope.Now,
            IsSuicidal = isSuicidal,
        };
        scope.Database.Emergencies.Add(raised);
        await scope.Database.SaveChangesAsync(cancellationToken);
        await notices.RaisedAsync(scope.Database, raised, cancellationToken);
    }

    /// <summary>The case behind the alarm gets what was told; the chat belongs to the officers on duty from here.</summary>
    public async Task HandOverAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        scope.Priority = Priority.Emergency;
        if (await OpenAsync(scope, cancellationToken) is not { } alarm) return;
        var draft = scope.View.Draft;
        var reporter = scope.ResidentId ?? await UnnamedAsync(scope, cancellationToken);
        var words = scope.View.Waiting.Concat(scope.Messages).Select(message => message.Text).Concat([draft.Danger?.Place, draft.Danger?.Who, draft.Danger?.CallTo]);
        var filed = await filing.FileAsync(
            scope.Database,
            new FilingRequest
            {
                RegencyCode = scope.View.Regency.Code,
                Channel = scope.Channel,
                ReporterId = reporter,
                ConversationId = scope.ConversationId,
                ForWhom = ForWhom.Self,
                // A place was not told clearly: the regency stands in, its SLRT gets the case, the words say more; officers move it.
                VillageCode = draft.VillageCode ?? scope.View.Regency.Code,
                Needs = [new FilingNeed(alarm.IsSuicidal ? "JIWA" : "KEKERASAN")],
                Story = string.Join(" / ", words.OfType<string>().Where(text => text.Length > 0)),
                Pin = draft.Pin,
                IsEmergency = true,
                LeastSecrecy = alarm.IsSuicidal ? Secrecy.Confidential : Secrecy.Secret,
            },
            scope.View.Catalogue,
            cancellationToken);
        // Photos and voice notes that came before and between the questions may show what is going on.
        if (scope.View.Waiting.Concat(scope.Messages).Any(message => message.Media.Count > 0))
            await drafts.AnnounceAsync(scope, scope.View.Waiting.Concat(scope.Messages), filed.Case.Id, cancellationToken);
        alarm.CaseId = filed.Case.Id;
        scope.CaseId = filed.Case.Id;
        await scope.Database.Conversations.Where(row => row.Id == scope.ConversationId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.HeldCaseId, filed.Case.Id).SetProperty(row => row.HeldTouchedAt, scope.Now).SetProperty(row => row.HeldBy, alarm.AcknowledgedBy),
            cancellationToken);
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>These words still go out, then nothing until the person writes again.</summary>
    public Task FallSilentAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        scope.FallsSilent = true;
        return scope.Database.Addresses.Where(row => row.Id == scope.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SilentSince, scope.Now), cancellationToken);
    }

    /// <summary>SIAP: this officer deals with the newest alarm that waits; the others on duty are told.</summary>
    public Task AcknowledgeAsync(TurnScope scope, long officerId, CancellationToken cancellationToken) =>
        taking.TakeNewestAsync(scope.Database, officerId, cancellationToken);

    /// <summary>To Dinsos only; the words are sealed.</summary>
    public async Task ReportScamAsync(TurnScope scope, string words, CancellationToken cancellationToken)
    {
        scope.Database.Add(new ScamReport { RegencyCode = scope.View.Regency.Code, ConversationId = scope.ConversationId, At = scope.Now, Words = cipher.Seal(words) });
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    private static Task<Emergency?> OpenAsync(TurnScope scope, CancellationToken cancellationToken) =>
        scope.Database.Emergencies.Where(row => row.ConversationId == scope.ConversationId && row.ClosedAt == null && row.CaseId == null)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);

    private static async Task<long> UnnamedAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        var person = new Resident { RegencyCode = scope.View.Regency.Code, Name = "", CreatedAt = scope.Now };
        scope.Database.Residents.Add(person);
        await scope.Database.SaveChangesAsync(cancellationToken);
        return person.Id;
    }
}
