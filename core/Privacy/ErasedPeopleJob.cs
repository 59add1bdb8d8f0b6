using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Privacy;

/// <summary>
/// Erases what is told of people when its time is over (DOMAIN §4.6): within three days of who withdrew, else two years after a case is
/// closed. A case stays as numbers and moves without words; a person whose last words are gone stays as an empty row. Never of an S1 case.
/// Chat addresses stay sealed: with them goes the wish not to be written to.
/// </summary>
public sealed class ErasedPeopleJob(BotDbContext database, FieldCipher cipher, TextCatalog texts, TimeProvider clock) : IRecurringJob, ISummarisedJob
{
    /// <summary>DOMAIN §4.6: case text is kept two years, then anonymised.</summary>
    public const int WordsKeptYears = 2;

    /// <summary>It runs once a day: whose time is up before the next run is erased now.</summary>
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromDays(1);

    /// <summary>Cases and people of one transaction.</summary>
    private const int AtOnce = 500;

    public string? Summary { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ForgetAnsweredAsync(cancellationToken);
        var cases = await AllAsync(OverCases(), EraseWordsAsync, cancellationToken);
        var people = await AllAsync(OverPeople(), ErasePeopleAsync, cancellationToken);
        Summary = texts.Fill(OfficerMessages.ErasedPeople_Summary, TextCatalog.Indonesian,
            ("cases", cases.ToString(CultureInfo.InvariantCulture)), ("people", people.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Cases whose words go now; an empty story says that they went.</summary>
    private IQueryable<long> OverCases()
    {
        var (soon, old) = (clock.GetUtcNow() + BetweenRuns, clock.GetUtcNow().AddYears(-WordsKeptYears));
        var withdrawn = database.Residents.Where(row => row.EraseBy < soon && row.ErasedAt == null).Select(row => (long?)row.Id);
        return database.Cases.Where(row => row.ClosedAt != null && row.Secrecy != Secrecy.Secret && row.Story != ""
            && (row.ClosedAt < old || withdrawn.Contains(row.ReporterId) || withdrawn.Contains(row.HelpedId))).OrderBy(row => row.Id).Select(row => row.Id);
    }

    /// <summary>People of whom no case has words any more: who withdrew, and who has long been silent and is telling nothing new.</summary>
    private IQueryable<long> OverPeople()
    {
        var (soon, silent) = (clock.GetUtcNow() + BetweenRuns, clock.GetUtcNow() - ErasureRules.AfterLastWord);
        return database.Residents.Where(row => row.ErasedAt == null
                && (row.EraseBy < soon || (row.CreatedAt < silent && !database.Conversations.Any(talk => talk.ResidentId == row.Id && talk.LastInboundAt >= silent)))
                && !database.Conversations.Any(talk => talk.ResidentId == row.Id && talk.DraftStartedAt != null && talk.DraftCipher != null)
                && !database.Cases.Any(of => (of.ReporterId == row.Id || of.HelpedId == row.Id) && (of.ClosedAt == null || of.Secrecy == Secrecy.Secret || of.Story != "")))
            .OrderBy(row => row.Id).Select(row => row.Id);
    }

    /// <summary>A request that was answered as long ago as the words of a case are kept says no longer who asked; that it was answered stays.</summary>
    private Task ForgetAnsweredAsync(CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow().AddYears(-WordsKeptYears);
        return database.Database.ExecuteSqlAsync(
            $"""
            update rights_events set words = null where words is not null and request_id in (select id from rights_requests where closed_at < {old});
            update rights_requests set name = null, contact = null, words = null where closed_at < {old} and (name is not null or contact is not null or words is not null);
            """,
            cancellationToken);
    }

    /// <summary>What is erased is no longer found: the next portion is what is left.</summary>
    private async Task<int> AllAsync(IQueryable<long> over, Func<long[], CancellationToken, Task> erase, CancellationToken cancellationToken)
    {
        for (var sum = 0; ;)
        {
            var ids = await over.Take(AtOnce).ToArrayAsync(cancellationToken);
            if (ids.Length == 0) return sum;
            await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
            await erase(ids, cancellationToken);
            await together.CommitAsync(cancellationToken);
            sum += ids.Length;
        }
    }

    private async Task EraseWordsAsync(long[] cases, CancellationToken cancellationToken)
    {
        var nothing = cipher.Seal("");
        await database.Database.ExecuteSqlAsync(
            $"""
            update inbox_messages set content = null, raw_body = null where id in (select inbox_id from case_events where case_id = any({cases}) and inbox_id is not null);
            update outbox_messages set body = null where case_id = any({cases}) and status not in (0, 1, 3);
            update case_events set words = null where case_id = any({cases}) and words is not null;
            update case_items set outcome_sentence = null, refusal_words = case when refusal_words is not null then '' end, refusal_next_step = case when refusal_next_step is not null then '' end
                where case_id = any({cases});
            update visits set wished_day = null, form = null where case_id = any({cases});
            update referrals set summary = {nothing}, request = {nothing}, findings = null, review_note = null, feedback = null where case_id = any({cases});
            update data_proposals set note = null where case_id = any({cases});
            update documents set state = {(int)DocumentState.Erased} where case_id = any({cases}) and state <> {(int)DocumentState.Erased};
            update cases set story = '', address_note = null, helped_reason = null, helper_role = null, pin_cipher = null, suggestion = null where id = any({cases});
            """,
            cancellationToken);
    }

    /// <summary>Who shares a phone keeps what the others wrote there; a chat with an S1 case keeps all of it.</summary>
    private async Task ErasePeopleAsync(long[] people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var talks = await database.ResidentAddresses.Where(mine => people.Contains(mine.ResidentId)
                && !database.ResidentAddresses.Any(other => other.AddressId == mine.AddressId && !people.Contains(other.ResidentId))
                && !database.Cases.Any(about => about.ConversationId == mine.AddressId && (about.Secrecy == Secrecy.Secret || about.Story != "")))
            .Select(mine => mine.AddressId).ToArrayAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"""
            update inbox_messages set content = null, raw_body = null where conversation_id = any({talks}) and processed_at is not null and (content is not null or raw_body is not null);
            update outbox_messages set body = null where conversation_id = any({talks}) and status not in (0, 1, 3) and body is not null;
            update consents set withdrawn_at = {now} where resident_id = any({people}) and withdrawn_at is null;
            update conversations set resident_id = null, draft_cipher = null where resident_id = any({people});
            insert into rights_events (request_id, at, step)
                select id, {now}, {(int)RightsStep.Erased} from rights_requests where resident_id = any({people}) and closed_at is null and kind in ({(int)RightsKind.Erasure}, {(int)RightsKind.Withdrawal});
            update rights_requests set closed_at = {now}, outcome = {(int)RightsOutcome.Granted}
                where resident_id = any({people}) and closed_at is null and kind in ({(int)RightsKind.Erasure}, {(int)RightsKind.Withdrawal});
            update rights_events set words = null where words is not null and request_id in (select id from rights_requests where resident_id = any({people}));
            update rights_requests set name = null, contact = null, words = null where resident_id = any({people});
            delete from resident_addresses where resident_id = any({people});
            update residents set name = '', nik_cipher = null, nik_index = null, nik_last_four = null, birth_year = null, is_woman = null, kk_cipher = null, kk_index = null,
                kk_last_four = null, phone_cipher = null, phone_index = null, phone_last_four = null, village_code = null, address_note = null, erased_at = {now}
                where id = any({people});
            """,
            cancellationToken);
    }
}
