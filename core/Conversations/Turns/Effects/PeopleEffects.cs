using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.People;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Conversations;

/// <summary>Who is talking, what was agreed to, and whether news may be sent.</summary>
public sealed class PeopleEffects(DraftEffects drafts, RightsFiling rights, FieldCipher cipher)
{
    /// <summary>Remembers the consent; a new person gets a row only now.</summary>
    public async Task GiveConsentAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        if (scope.ResidentId is null)
        {
            var person = new Resident { RegencyCode = scope.View.Regency.Code, Name = scope.View.Draft.Name ?? "", CreatedAt = scope.Now };
            scope.Database.Residents.Add(person);
            await scope.Database.SaveChangesAsync(cancellationToken);
            scope.Database.ResidentAddresses.Add(new ResidentAddress { ResidentId = person.Id, AddressId = scope.ConversationId, LastUsedAt = scope.Now });
            scope.ResidentId = person.Id;
        }

        scope.Database.Consents.Add(new Consent
        {
            ResidentId = scope.ResidentId.Value,
            AddressId = scope.ConversationId,
            TextVersion = Consent.CurrentTextVersion,
            GivenAt = scope.Now,
        });
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What was written so far is blanked at once; no person row was ever made.</summary>
    public async Task RefuseConsentAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        await LeavingCount.AddAsync(scope, LeavingKind.Refused, cancellationToken);
        await drafts.DropAsync(scope, scope.View.Waiting.Concat(scope.Messages), cancellationToken);
        await scope.Database.Inbox.Where(row => row.ConversationId == scope.ConversationId && (row.RawBody != null || row.Content != null)
                && !scope.Database.CaseEvents.Any(line => line.InboxId == row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RawBody, (byte[]?)null).SetProperty(row => row.Content, (byte[]?)null), cancellationToken);
    }

    /// <summary>The talk, and a person without a case yet, belong to the regency in which the person lives.</summary>
    public static async Task MoveAsync(TurnScope scope, string regencyCode, CancellationToken cancellationToken)
    {
        await scope.Database.Conversations.Where(row => row.Id == scope.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegencyCode, regencyCode), cancellationToken);
        await scope.Database.Residents.Where(row => row.Id == scope.ResidentId && !scope.Database.Cases.Any(filed => filed.ReporterId == row.Id || filed.HelpedId == row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegencyCode, regencyCode), cancellationToken);
    }

    /// <summary>Somebody else of this address talks now.</summary>
    public static async Task SwitchAsync(TurnScope scope, long? residentId, CancellationToken cancellationToken)
    {
        scope.ResidentId = residentId;
        await scope.Database.ResidentAddresses.Where(row => row.AddressId == scope.ConversationId && row.ResidentId == residentId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, scope.Now), cancellationToken);
    }

    public Task NameAsync(TurnScope scope, string name, CancellationToken cancellationToken) =>
        scope.Database.Residents.Where(row => row.Id == scope.ResidentId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name), cancellationToken);

    public Task SavePhoneAsync(TurnScope scope, string phone, CancellationToken cancellationToken)
    {
        var (sealedPhone, index, last) = (cipher.Seal(phone), cipher.Index(HelpedPerson.PhonePurpose, phone), phone[^4..]);
        return scope.Database.Residents.Where(row => row.Id == scope.ResidentId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PhoneCipher, sealedPhone).SetProperty(row => row.PhoneIndex, index).SetProperty(row => row.PhoneLastFour, last), cancellationToken);
    }

    public Task SetNoticesAsync(TurnScope scope, bool stopped, CancellationToken cancellationToken) =>
        scope.Database.Addresses.Where(row => row.Id == scope.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NoticesStoppedAt, stopped ? scope.Now : null), cancellationToken);

    /// <summary>The consent no longer holds, and the clock of the law runs (DOMAIN §4.6); of whom no case is kept, all is erased.</summary>
    public async Task WithdrawConsentAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        var taken = await scope.Database.Consents.Where(row => row.ResidentId == scope.ResidentId && row.AddressId == scope.ConversationId && row.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, scope.Now), cancellationToken);
        if (taken == 0 || scope.ResidentId is not { } person) return;
        var by = scope.Now + RightsRequest.AnswerWithin;
        await scope.Database.Residents.Where(row => row.Id == person && row.EraseBy == null && !scope.Database.Cases.Any(filed => filed.ReporterId == row.Id || filed.HelpedId == row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EraseBy, by), cancellationToken);
        var runs = await scope.Database.Residents.AnyAsync(row => row.Id == person && row.EraseBy != null, cancellationToken);
        await rights.FileAsync(
            scope.Database,
            new RightsWish(scope.View.Regency.Code, RightsKind.Withdrawal, RightsSource.Chat) { ResidentId = person, ConversationId = scope.ConversationId, ErasureRuns = runs },
            cancellationToken);
    }

    /// <summary>Somebody asks in the chat to see, correct or erase the own data; the number and the time are said.</summary>
    public async Task FileRightsAsync(TurnScope scope, RightsKind kind, CancellationToken cancellationToken)
    {
        var filed = await rights.FileAsync(
            scope.Database,
            new RightsWish(scope.View.Regency.Code, kind, RightsSource.Chat) { ResidentId = scope.ResidentId, ConversationId = scope.ConversationId },
            cancellationToken);
        scope.Says.Add(RightsTalk.Noted(filed, scope.View));
    }

    /// <summary>Blocked: nothing can be sent until the person writes again; any message clears it (the turn's write does).</summary>
    public Task SetReachableAsync(TurnScope scope, bool isBlocked, CancellationToken cancellationToken) =>
        scope.Database.Addresses.Where(row => row.Id == scope.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UnreachableAt, isBlocked ? scope.Now : null), cancellationToken);
}
