using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Messaging;

/// <summary>What sending needs beside the messages: the clock, the keys, the approved templates, and the pace that all instances share.</summary>
public sealed class SendingSurroundings(FieldCipher cipher, TimeProvider time, TurnSignals signals, IConfiguration settings, IOptions<SendingOptions> options)
{
    public FieldCipher Cipher { get; } = cipher;

    public TurnSignals Signals { get; } = signals;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>True when an approved template is set for this text (<c>Twilio:Templates:&lt;text key&gt;</c>).</summary>
    public bool HasTemplate(OutgoingMessage message) => message.TemplateKey is { } key && !string.IsNullOrEmpty(settings[$"Twilio:Templates:{key}"]);

    /// <summary>What sending costs now, in rupiah; null when no price is set.</summary>
    public decimal? PriceOf(Channel channel, bool asTemplate) => options.Value.PriceOf(channel, asTemplate);

    /// <summary>Channels that a provider told to wait.</summary>
    public async Task<HashSet<Channel>> HeldChannelsAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select channel from channel_paces where held_until > @now");
        command.Parameters.AddWithValue("now", Now);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var held = new HashSet<Channel>();
        while (await reader.ReadAsync(cancellationToken)) held.Add((Channel)reader.GetInt32(0));
        return held;
    }

    /// <summary>Nobody sends on this channel before then.</summary>
    public async Task HoldChannelAsync(NpgsqlDataSource database, Channel channel, DateTimeOffset until, string? reason, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            insert into channel_paces (channel, held_until, reason, second, in_second, templates_today) values (@channel, @until, @reason, 0, 0, 0)
            on conflict (channel) do update set held_until = greatest(channel_paces.held_until, excluded.held_until), reason = excluded.reason
            """);
        command.Parameters.AddWithValue("channel", (int)channel);
        command.Parameters.AddWithValue("until", until);
        command.Parameters.Add(new NpgsqlParameter("reason", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)reason ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The person blocked us or the address is dead.</summary>
    public async Task MarkUnreachableAsync(NpgsqlDataSource database, long conversationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update channel_addresses set unreachable_at = coalesce(unreachable_at, @now) where id = @id");
        command.Parameters.AddWithValue("id", conversationId);
        command.Parameters.AddWithValue("now", Now);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
