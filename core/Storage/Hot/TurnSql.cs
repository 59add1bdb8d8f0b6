using Npgsql;
using NpgsqlTypes;

namespace Puskesos.Core.Storage.Hot;

/// <summary>Claims talks whose messages are unread, and writes back what their turns came to; set-based, inside the caller's transaction.</summary>
public static class TurnSql
{
    private const string ClaimSql = """
        with ready as (
            select conversation_id from inbox_messages
            where processed_at is null and parked_at is null and conversation_id is not null
            group by conversation_id
            having (max(due_at) <= @now or min(received_at) <= @oldest)
               and (bool_or(held_until is null) or max(held_until) <= @now)
            order by min(id) limit @most)
        select c.id from conversations c join ready on ready.conversation_id = c.id
        where @only = 0 or c.id = @only
        order by c.id for no key update of c skip locked
        """;

    private const string WriteSql = """
        update conversations c set step = n.step, resident_id = n.resident_id, draft_cipher = n.draft, draft_started_at = n.draft_started,
            last_inbound_at = @now, prompted_at = @now, misunderstood = n.misunderstood, language = n.language, language_chosen = n.language_chosen,
            waiting = array(select unnest from unnest(string_to_array(n.waiting, ',')::bigint[]))
        from unnest(@ids, @steps, @residents, @drafts, @started, @misunderstood, @languages, @chosen, @waiting)
            as n(id, step, resident_id, draft, draft_started, misunderstood, language, language_chosen, waiting)
        where c.id = n.id
        """;

    private const string ReadSql = "update inbox_messages set processed_at = @now where id = any(@read)";
    private const string BlankRawSql = "update inbox_messages set raw_body = null where id = any(@blank)";

    private const string ReachableSql = """
        update channel_addresses set last_inbound_at = @now, unreachable_at = null, silent_since = null where id = any(@ids)
        """;

    /// <summary>
    /// One person can write under two ids; answers go to exactly the one received, and both stay known (CHANNELS §2.3).
    /// An id that another row already has is left to that row.
    /// </summary>
    private const string AddressSql = """
        update channel_addresses a set address_cipher = n.cipher, address_index = n.index,
            alt_index = coalesce(n.alt, case when a.address_index <> n.index then a.address_index else a.alt_index end)
        from unnest(@talks, @ciphers, @indexes, @alts) as n(id, cipher, index, alt)
        where a.id = n.id and (a.address_index <> n.index or (n.alt is not null and a.alt_index is distinct from n.alt))
          and not exists (select 1 from channel_addresses o where o.channel = a.channel and o.address_index = n.index and o.id <> a.id)
        """;

    /// <summary>News that waited for the window goes out now, before the reply: it joins the talk's lane with its older number.</summary>
    private const string ReleaseSql = """
        update outbox_messages set status = 0, lane = 0, not_before = @now where conversation_id = any(@ids) and status = 3
        """;

    private const string OutboxSql = """
        insert into outbox_messages (conversation_id, channel, case_id, lane, priority, text_key, body, created_at, not_before, status, attempts, delivery)
        select conversation_id, channel, case_id, 0, priority, text_key, body, @now, @now, 0, 0, 0
        from unnest(@talks, @channels, @cases, @priorities, @keys, @bodies) as n(conversation_id, channel, case_id, priority, text_key, body)
        """;

    /// <summary>Longest wait of a message for the rest of its album.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(10);

    /// <summary>Locks up to <paramref name="most"/> talks that have unread messages; <paramref name="only"/> names one talk, 0 any.</summary>
    public static async Task<long[]> ClaimAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now, int most, long only, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ClaimSql, connection, transaction);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("oldest", now - LongestQuiet);
        command.Parameters.AddWithValue("most", most);
        command.Parameters.AddWithValue("only", only);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetInt64(0));
        return [.. ids];
    }

    /// <summary>Opens the way for the people who just wrote: reachable again at the id they used, waiting news released.</summary>
    public static async Task WelcomeAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long[] ids, IReadOnlyList<WrittenFrom> origins, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var sql in new[] { ReachableSql, ReleaseSql }) batch.BatchCommands.Add(Ids(sql, "ids", ids, now));
        if (origins.Count > 0) batch.BatchCommands.Add(Addresses(origins));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes talks, read marks and replies of a whole batch in one round trip.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<TurnRow> turns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Talks(turns, now));
        batch.BatchCommands.Add(Ids(ReadSql, "read", [.. turns.SelectMany(turn => turn.Read)], now));
        if (turns.SelectMany(turn => turn.BlankRaw).ToArray() is { Length: > 0 } blank) batch.BatchCommands.Add(Ids(BlankRawSql, "blank", blank, now));
        if (turns.Where(turn => turn.Reply is not null).ToList() is { Count: > 0 } replies) batch.BatchCommands.Add(Replies(replies, now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Addresses(IReadOnlyList<WrittenFrom> origins)
    {
        var command = new NpgsqlBatchCommand(AddressSql);
        Array(command, "talks", NpgsqlDbType.Bigint, origins.Select(origin => origin.ConversationId).ToArray());
        Array(command, "ciphers", NpgsqlDbType.Bytea, origins.Select(origin => origin.Cipher).ToArray());
        Array(command, "indexes", NpgsqlDbType.Bytea, origins.Select(origin => origin.Index).ToArray());
        Array(command, "alts", NpgsqlDbType.Bytea, origins.Select(origin => origin.AltIndex).ToArray());
        return command;
    }

    private static NpgsqlBatchCommand Talks(IReadOnlyList<TurnRow> turns, DateTimeOffset now)
    {
        var command = new NpgsqlBatchCommand(WriteSql);
        command.Parameters.AddWithValue("now", now);
        Array(command, "ids", NpgsqlDbType.Bigint, turns.Select(turn => turn.ConversationId).ToArray());
        Array(command, "steps", NpgsqlDbType.Text, turns.Select(turn => turn.Step).ToArray());
        Array(command, "residents", NpgsqlDbType.Bigint, turns.Select(turn => turn.ResidentId).ToArray());
        Array(command, "drafts", NpgsqlDbType.Bytea, turns.Select(turn => turn.Draft).ToArray());
        Array(command, "started", NpgsqlDbType.TimestampTz, turns.Select(turn => turn.DraftStartedAt).ToArray());
        Array(command, "misunderstood", NpgsqlDbType.Integer, turns.Select(turn => turn.Misunderstood).ToArray());
        Array(command, "languages", NpgsqlDbType.Text, turns.Select(turn => turn.Language).ToArray());
        Array(command, "chosen", NpgsqlDbType.Boolean, turns.Select(turn => turn.LanguageChosen).ToArray());
        Array(command, "waiting", NpgsqlDbType.Text, turns.Select(turn => string.Join(',', turn.Waiting)).ToArray());
        return command;
    }

    private static NpgsqlBatchCommand Replies(List<TurnRow> turns, DateTimeOffset now)
    {
        var command = new NpgsqlBatchCommand(OutboxSql);
        command.Parameters.AddWithValue("now", now);
        Array(command, "talks", NpgsqlDbType.Bigint, turns.Select(turn => turn.ConversationId).ToArray());
        Array(command, "channels", NpgsqlDbType.Integer, turns.Select(turn => turn.Channel).ToArray());
        Array(command, "cases", NpgsqlDbType.Bigint, turns.Select(turn => turn.CaseId).ToArray());
        Array(command, "priorities", NpgsqlDbType.Integer, turns.Select(turn => turn.Priority).ToArray());
        Array(command, "keys", NpgsqlDbType.Text, turns.Select(turn => turn.TextKey).ToArray());
        Array(command, "bodies", NpgsqlDbType.Bytea, turns.Select(turn => turn.Reply).ToArray());
        return command;
    }

    private static NpgsqlBatchCommand Ids(string sql, string name, long[] ids, DateTimeOffset now)
    {
        var command = new NpgsqlBatchCommand(sql);
        if (sql.Contains("@now", StringComparison.Ordinal)) command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue(name, ids);
        return command;
    }

    private static void Array<T>(NpgsqlBatchCommand command, string name, NpgsqlDbType type, T[] values) =>
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = values });
}

/// <summary>The id that a person wrote from, sealed, with its blind index and that of the second id when the channel told one.</summary>
public sealed record WrittenFrom(long ConversationId, byte[] Cipher, byte[] Index, byte[]? AltIndex);

/// <summary>What a turn writes.</summary>
public sealed record TurnRow
{
    public required long ConversationId { get; init; }

    public required int Channel { get; init; }

    public required string Step { get; init; }

    public required long? ResidentId { get; init; }

    /// <summary>The draft, sealed; null for none.</summary>
    public required byte[]? Draft { get; init; }

    public required DateTime? DraftStartedAt { get; init; }

    public required int Misunderstood { get; init; }

    public required string Language { get; init; }

    public required bool LanguageChosen { get; init; }

    public required IReadOnlyList<long> Waiting { get; init; }

    public required IReadOnlyList<long> Read { get; init; }

    public required IReadOnlyCollection<long> BlankRaw { get; init; }

    /// <summary>The reply, sealed; null for silence.</summary>
    public byte[]? Reply { get; init; }

    public string TextKey { get; init; } = "";

    public long? CaseId { get; init; }

    public int Priority { get; init; }
}
