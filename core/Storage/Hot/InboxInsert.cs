using Npgsql;
using NpgsqlTypes;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Storage.Hot;

/// <summary>One message on its way into the inbox, personal values already sealed.</summary>
public sealed record InboxRow
{
    public required Channel Channel { get; init; }

    public required string ExternalId { get; init; }

    public required byte[] AddressCipher { get; init; }

    public required byte[] AddressIndex { get; init; }

    public byte[]? AltIndex { get; init; }

    public string? PhoneLastFour { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required IncomingKind Kind { get; init; }

    public required byte[] RawBody { get; init; }

    public required byte[] Content { get; init; }

    public bool Recovered { get; init; }
}

/// <summary>Stores a message with its address and conversation in one statement. Takes no lock that a running turn holds.</summary>
public sealed class InboxInsert(NpgsqlDataSource database)
{
    private const string InsertSql = """
        with known as (
            select id from channel_addresses
            where channel = @channel and (address_index = any(@indexes) or alt_index = any(@indexes)) order by id limit 1),
        made as (
            insert into channel_addresses (channel, address_cipher, address_index, alt_index, phone_last_four, first_seen_at)
            select @channel, @address, @index, @alt, @phone, @received where not exists (select 1 from known)
            on conflict (channel, address_index) do nothing returning id),
        talk as (
            insert into conversations (id, regency_code, step, waiting, misunderstood, language)
            select id, coalesce((select code from regencies where area_letters is not null order by code limit 1), ''), 'Greet', '{}', 0, 'id' from made
            returning id),
        whose as (select id from known union all select id from talk)
        insert into inbox_messages (channel, external_id, conversation_id, received_at, due_at, kind, raw_body, content, attempts, recovered)
        select @channel, @external, id, @received, @due, @kind, @raw, @content, 0, @recovered from whose
        on conflict (channel, external_id) do nothing
        returning id
        """;

    private const string ParkSql = """
        insert into inbox_messages (channel, external_id, received_at, due_at, kind, raw_body, attempts, recovered, parked_at, error)
        values (@channel, @external, @received, @received, @kind, @raw, 0, false, @received, @reason)
        on conflict (channel, external_id) do nothing
        """;

    /// <summary>How often a lost race for a new address is tried again; the second try always finds the other's row.</summary>
    private const int Tries = 3;

    /// <summary>True when the row is new, false when the same message was stored before.</summary>
    public async Task<bool> InsertAsync(InboxRow row, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TryInsertAsync(row, cancellationToken)) return true;
            if (await ExistsAsync(row, cancellationToken)) return false;
            if (attempt == Tries) throw new NpgsqlException("The inbox row could not be written.");
        }
    }

    /// <summary>Stores a request without a conversation, parked for an officer.</summary>
    public async Task ParkAsync(Channel channel, string externalId, byte[] rawBody, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ParkSql);
        command.Parameters.AddWithValue("channel", (int)channel);
        command.Parameters.AddWithValue("external", externalId);
        command.Parameters.AddWithValue("received", at);
        command.Parameters.AddWithValue("kind", (int)IncomingKind.Unreadable);
        command.Parameters.AddWithValue("raw", rawBody);
        command.Parameters.AddWithValue("reason", reason);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> TryInsertAsync(InboxRow row, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(InsertSql);
        command.Parameters.AddWithValue("channel", (int)row.Channel);
        command.Parameters.AddWithValue("indexes", row.AltIndex is null ? [row.AddressIndex] : new[] { row.AddressIndex, row.AltIndex });
        command.Parameters.AddWithValue("address", row.AddressCipher);
        command.Parameters.AddWithValue("index", row.AddressIndex);
        command.Parameters.Add(new NpgsqlParameter("alt", NpgsqlDbType.Bytea) { Value = (object?)row.AltIndex ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("phone", NpgsqlDbType.Text) { Value = (object?)row.PhoneLastFour ?? DBNull.Value });
        command.Parameters.AddWithValue("received", row.ReceivedAt);
        command.Parameters.AddWithValue("external", row.ExternalId);
        command.Parameters.AddWithValue("due", row.DueAt);
        command.Parameters.AddWithValue("kind", (int)row.Kind);
        command.Parameters.AddWithValue("raw", row.RawBody);
        command.Parameters.AddWithValue("content", row.Content);
        command.Parameters.AddWithValue("recovered", row.Recovered);
        return await command.ExecuteScalarAsync(cancellationToken) is long;
    }

    private async Task<bool> ExistsAsync(InboxRow row, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select 1 from inbox_messages where channel = @channel and external_id = @external");
        command.Parameters.AddWithValue("channel", (int)row.Channel);
        command.Parameters.AddWithValue("external", row.ExternalId);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
