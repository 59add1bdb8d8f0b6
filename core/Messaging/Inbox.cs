using System.Text.Json;
using Puskesos.Core.Storage.Hot;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Messaging;

/// <summary>What became of a message that a webhook or poller handed over.</summary>
public enum StoreResult
{
    Stored,

    /// <summary>It was here before: nothing to do, answer the provider with success.</summary>
    Duplicate,
}

/// <summary>Takes messages in: stores each once and wakes the turns. When it returns, the message is safe on disk.</summary>
public sealed class Inbox(InboxInsert insert, FieldCipher cipher, TimeProvider clock, TurnSignals signals)
{
    /// <summary>How long a picture waits for the rest of its album; albums have no end marker (CHANNELS §5.5).</summary>
    public static readonly TimeSpan AlbumQuiet = TimeSpan.FromSeconds(2);

    /// <summary>The purpose under which addresses are indexed; with the channel in front of the value.</summary>
    public const string AddressPurpose = "channel-address";

    /// <summary>Stores one message; throws <see cref="Npgsql.NpgsqlException"/> when the database is away, so that the webhook can answer 503.</summary>
    public async Task<StoreResult> StoreAsync(IncomingMessage message, ReadOnlyMemory<byte> rawBody, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var arrived = message with { ReceivedAt = now };
        var row = new InboxRow
        {
            Channel = message.Channel,
            ExternalId = message.ExternalId,
            AddressCipher = cipher.Seal(message.Address),
            AddressIndex = AddressIndex(message.Channel, message.Address),
            AltIndex = message.AltAddress is { } alt ? AddressIndex(message.Channel, alt) : null,
            PhoneLastFour = message.Phone is { Length: >= 4 } phone ? phone[^4..] : null,
            ReceivedAt = now,
            DueAt = message.Kind == IncomingKind.Media ? now + AlbumQuiet : now,
            Kind = message.Kind,
            RawBody = cipher.Seal(rawBody.Span),
            Content = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(arrived)),
            Recovered = message.Recovered,
        };
        var stored = await insert.InsertAsync(row, cancellationToken);
        if (stored) signals.Turns.Wake();
        return stored ? StoreResult.Stored : StoreResult.Duplicate;
    }

    /// <summary>Keeps an authentic request that could not be read, for an officer to look at.</summary>
    public Task ParkAsync(Channel channel, string externalId, ReadOnlyMemory<byte> rawBody, string reason, CancellationToken cancellationToken) =>
        insert.ParkAsync(channel, externalId, cipher.Seal(rawBody.Span), reason, clock.GetUtcNow(), cancellationToken);

    /// <summary>The blind index of an address on a channel.</summary>
    public byte[] AddressIndex(Channel channel, string address) => AddressIndex(cipher, channel, address);

    /// <summary>The same for who holds the keys but no inbox.</summary>
    public static byte[] AddressIndex(FieldCipher cipher, Channel channel, string address) => cipher.Index(AddressPurpose, $"{(int)channel}:{address}");
}
