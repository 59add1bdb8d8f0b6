using Npgsql;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Storage.Hot;

/// <summary>Claims messages that are due, in order per person and lane, and writes back what became of them.</summary>
public static class OutboxSql
{
    /// <summary>
    /// The oldest message of each lane that is due and has nothing older of its lane before it; an emergency may overtake its lane.
    /// A lane whose message is being sent waits; a notice never blocks the talk, because it stands in the other lane. Only the
    /// announcement that news waits holds up both while it is being sent: it must not arrive after the news.
    /// </summary>
    private const string ClaimSql = $"""
        with due as (
            select m.id from outbox_messages m
            where m.status = 0 and m.not_before <= @now
              and m.channel = any(@channels)
              and not exists (
                select 1 from outbox_messages o
                where o.conversation_id = m.conversation_id and o.status in (0, 1) and o.id <> m.id and (
                    (o.lane = m.lane and (o.status = 1 or (o.id < m.id and m.priority > 0 and (m.lane = 0 or o.not_before <= @now))))
                    or (o.status = 1 and o.text_key = '{CaseUpdates.News_Waiting}')))
            order by m.priority, m.id limit @most
            for update of m skip locked)
        update outbox_messages o set status = 1, claimed_at = @now, attempts = o.attempts + 1
        from due, channel_addresses a, conversations t
        where o.id = due.id and a.id = o.conversation_id and t.id = o.conversation_id
        returning o.id, o.conversation_id, o.channel, o.lane, o.priority, o.text_key, o.body, o.created_at, o.attempts, o.case_id,
                  a.address_cipher, a.last_inbound_at, a.unreachable_at, a.notices_stopped_at, a.silent_since, o.error_code, t.regency_code
        """;

    private const string SentSql = """
        update outbox_messages set status = 2, provider_id = coalesce(@provider, provider_id), error_code = null, sent_at = @now, claimed_at = null,
            cost = coalesce(cost, 0) + @cost,
            delivery = case when delivery = 0 or provider_id is distinct from @provider then 1 else delivery end
        where id = @id and status = 1
        """;

    /// <summary>What rests was not tried: it keeps its number of tries, and the doubt whether an earlier one arrived.</summary>
    private const string PutOffSql = """
        update outbox_messages set status = 0, attempts = attempts - 1, not_before = @again, claimed_at = null,
            error_code = case when error_code = @doubt then error_code else @code end
        where id = @id and status = 1
        """;

    private const string FinishSql = """
        update outbox_messages set status = @status, provider_id = coalesce(@provider, provider_id), error_code = @error,
            not_before = coalesce(@again, not_before), claimed_at = null
        where id = @id and status = 1
        """;

    /// <summary>Takes up to <paramref name="most"/> due messages of these channels for sending.</summary>
    public static async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(
        NpgsqlDataSource database, IEnumerable<Channel> channels, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("channels", channels.Select(channel => (int)channel).ToArray());
        command.Parameters.AddWithValue("most", most);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<ClaimedMessage>();
        while (await reader.ReadAsync(cancellationToken)) claimed.Add(Read(reader));
        return [.. claimed.OrderBy(message => message.Priority).ThenBy(message => message.Id)];
    }

    /// <summary>Writes what became of a message that did not go out.</summary>
    public static async Task FinishAsync(
        NpgsqlDataSource database, long id, OutboxStatus status, string? providerId, string? error, DateTimeOffset? again, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(FinishSql);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("status", (int)status);
        command.Parameters.Add(new NpgsqlParameter("provider", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)providerId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("error", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)error ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("again", NpgsqlTypes.NpgsqlDbType.TimestampTz) { Value = (object?)again?.UtcDateTime ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes that a message went out and what it cost, when that is known.</summary>
    public static async Task SentAsync(NpgsqlDataSource database, long id, string? providerId, decimal? cost, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SentSql);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.Add(new NpgsqlParameter("provider", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)providerId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("cost", NpgsqlTypes.NpgsqlDbType.Numeric) { Value = (object?)cost ?? DBNull.Value });
        command.Parameters.AddWithValue("now", now);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Puts a claimed message back until a moment, because of the night, a rate or a quota.</summary>
    public static async Task PutOffAsync(NpgsqlDataSource database, ClaimedMessage message, DateTimeOffset until, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        await using var command = database.CreateCommand(PutOffSql);
        command.Parameters.AddWithValue("id", message.Id);
        command.Parameters.AddWithValue("again", until);
        command.Parameters.AddWithValue("doubt", SendingRules.InDoubt);
        command.Parameters.AddWithValue("code", code);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ClaimedMessage Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        ConversationId = reader.GetInt64(1),
        Channel = (Channel)reader.GetInt32(2),
        Lane = (Lane)reader.GetInt32(3),
        Priority = (Priority)reader.GetInt32(4),
        TextKey = reader.GetString(5),
        Body = reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(7),
        Attempts = reader.GetInt32(8),
        CaseId = reader.IsDBNull(9) ? null : reader.GetInt64(9),
        AddressCipher = reader.GetFieldValue<byte[]>(10),
        LastInboundAt = reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11),
        IsUnreachable = !reader.IsDBNull(12),
        NoticesStopped = !reader.IsDBNull(13),
        IsSilent = !reader.IsDBNull(14),
        MayBeSent = !reader.IsDBNull(15) && reader.GetString(15) == SendingRules.InDoubt,
        RegencyCode = reader.GetString(16),
    };
}

/// <summary>A message taken for sending, with what its address allows.</summary>
public sealed record ClaimedMessage
{
    public required long Id { get; init; }

    public required long ConversationId { get; init; }

    public required Channel Channel { get; init; }

    public required Lane Lane { get; init; }

    public required Priority Priority { get; init; }

    public required string TextKey { get; init; }

    public required byte[]? Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Attempts { get; init; }

    public long? CaseId { get; init; }

    /// <summary>Whose clock says when it is night at the receiver's.</summary>
    public required string RegencyCode { get; init; }

    public required byte[] AddressCipher { get; init; }

    public DateTimeOffset? LastInboundAt { get; init; }

    public bool IsUnreachable { get; init; }

    public bool NoticesStopped { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>True when the last try ended without an answer: the provider is asked before it is sent again.</summary>
    public bool MayBeSent { get; init; }
}
