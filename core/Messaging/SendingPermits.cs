using Microsoft.Extensions.Options;
using Npgsql;
using Puskesos.Core.Calendar;
using Puskesos.Core.Storage.Hot;

namespace Puskesos.Core.Messaging;

/// <summary>Until when a message must wait for a rate or a quota, and by which name that is shown.</summary>
public readonly record struct SendingPause(DateTimeOffset Until, string Code);

/// <summary>Keeps a channel's rate of notices and its daily quota of templates, for all instances in one row of the database.</summary>
public sealed class SendingPermits(NpgsqlDataSource database, IOptions<SendingOptions> options)
{
    /// <summary>A notice waits for the next second because of the channel's rate.</summary>
    public const string RateCode = "rate";

    /// <summary>A template waits for tomorrow because today's quota is used up.</summary>
    public const string QuotaCode = "quota";

    private const string RateSql = """
        insert into channel_paces (channel, held_until, second, in_second, templates_today) values (@channel, @now, @second, 1, 0)
        on conflict (channel) do update set second = excluded.second,
            in_second = case when channel_paces.second = excluded.second then channel_paces.in_second + 1 else 1 end
        returning in_second
        """;

    private const string QuotaSql = """
        insert into channel_paces (channel, held_until, second, in_second, day, templates_today) values (@channel, @now, 0, 0, @day, 1)
        on conflict (channel) do update set day = excluded.day,
            templates_today = case when channel_paces.day = excluded.day then channel_paces.templates_today + 1 else 1 end
        where @quota = 0 or channel_paces.day is distinct from excluded.day or channel_paces.templates_today < @quota
        returning templates_today
        """;

    /// <summary>The day of a quota turns at midnight of western Indonesia, where most of the service's people live.</summary>
    private static readonly IndonesianZone QuotaZone = IndonesianZone.OfArea("33");

    /// <summary>The day to which a moment's templates are counted.</summary>
    public static DateOnly QuotaDayOf(DateTimeOffset at) => QuotaZone.DayOf(at);

    /// <summary>Takes a permit, or says until when to wait. An emergency always has one; talk is counted but never waits for a rate.</summary>
    public async Task<SendingPause?> TakeAsync(ClaimedMessage message, bool asTemplate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var rate = options.Value.NoticesPerSecond.GetValueOrDefault(message.Channel.ToString());
        if (message.Lane == Lane.Notice && rate > 0 && await CountAsync(RateSql, message.Channel, now, cancellationToken) > rate)
            return new SendingPause(now + TimeSpan.FromSeconds(1), RateCode);
        if (!asTemplate || message.Channel != Channel.WhatsApp) return null;
        if (await CountAsync(QuotaSql, message.Channel, now, cancellationToken) is not null || message.Priority == Priority.Emergency) return null;
        return new SendingPause(QuotaZone.At(QuotaZone.DayOf(now).AddDays(1), TimeOnly.MinValue), QuotaCode);
    }

    private async Task<int?> CountAsync(string sql, Channel channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("channel", (int)channel);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("second", now.ToUnixTimeSeconds());
        command.Parameters.AddWithValue("day", QuotaZone.DayOf(now));
        command.Parameters.AddWithValue("quota", options.Value.WhatsAppTemplatesPerDay);
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }
}
