using Npgsql;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Messaging;

/// <summary>Tells once by an approved template that news waits; the news itself goes out with the person's next message.</summary>
public sealed class WaitingNews(NpgsqlDataSource database, Outbox outbox, TextCatalog texts, SendingSurroundings around)
{
    private const string FactsSql = """
        select coalesce(c.ticket, ''), r.name, a.last_inbound_at
        from conversations t join regencies r on r.code = t.regency_code join channel_addresses a on a.id = t.id
        left join cases c on c.id = @case where t.id = @talk
        """;

    private const string InsertSql = """
        insert into outbox_messages (conversation_id, channel, case_id, lane, priority, text_key, body, dedupe_key, created_at, not_before, status, attempts, delivery)
        values (@talk, @channel, @case, 1, 3, @key, @body, @dedupe, @now, @now, 0, 0, 0) on conflict (dedupe_key) do nothing
        """;

    /// <summary>The code of an announcement that came too late: the person wrote meanwhile and has the news.</summary>
    public const string DeliveredCode = "told";

    private const string WaitsSql = "select exists (select 1 from outbox_messages where conversation_id = @talk and status = 3)";

    /// <summary>False when no news of this chat waits any more, so that its announcement never follows the news itself.</summary>
    public async Task<bool> IsAwaitedAsync(long conversationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(WaitsSql);
        command.Parameters.AddWithValue("talk", conversationId);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Writes the announcement; once per silence of the person, however much news waits. Without an approved template nothing can be sent.</summary>
    public async Task AnnounceAsync(WaitingMessage waiting, CancellationToken cancellationToken)
    {
        if (waiting.CaseId is null || waiting.TextKey == CaseUpdates.News_Waiting) return;
        string ticket, regency;
        DateTimeOffset? silentSince;
        await using (var facts = database.CreateCommand(FactsSql))
        {
            facts.Parameters.AddWithValue("case", waiting.CaseId);
            facts.Parameters.AddWithValue("talk", waiting.ConversationId);
            await using var reader = await facts.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken)) return;
            (ticket, regency) = (reader.GetString(0), reader.GetString(1));
            silentSince = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2);
        }

        var notice = new Notice(CaseUpdates.News_Waiting, ("ticket", ticket), ("regency", regency));
        await using var insert = database.CreateCommand(InsertSql);
        insert.Parameters.AddWithValue("talk", waiting.ConversationId);
        insert.Parameters.AddWithValue("channel", (int)waiting.Channel);
        insert.Parameters.AddWithValue("case", waiting.CaseId);
        insert.Parameters.AddWithValue("key", notice.Key);
        insert.Parameters.AddWithValue("body", outbox.Seal(NoticeMessage.Of(notice, texts, TextCatalog.Indonesian)));
        insert.Parameters.AddWithValue("dedupe", $"news-waiting/{waiting.ConversationId}/{silentSince?.ToUnixTimeSeconds() ?? 0}");
        insert.Parameters.AddWithValue("now", around.Now);
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A message whose chat window is closed.</summary>
/// <param name="ConversationId">Whose chat.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="CaseId">The case that it tells about; without one nothing is announced.</param>
/// <param name="TextKey">What it tells.</param>
public readonly record struct WaitingMessage(long ConversationId, Channel Channel, long? CaseId, string TextKey);
