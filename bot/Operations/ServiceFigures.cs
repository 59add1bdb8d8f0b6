using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Npgsql;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.Operations;

/// <summary>The figures of /metrics, read from the database every few seconds so that a scrape costs nothing; no name, no text, no address.</summary>
public sealed class ServiceFigures(NpgsqlDataSource database, TimeProvider time, IOptions<SendingOptions> sending, ILogger<ServiceFigures> log) : BackgroundService
{
    private const string Sql = """
        select (select count(*) from inbox_messages where processed_at is null and parked_at is null),
               (select count(*) from inbox_messages where parked_at is not null),
               (select coalesce(extract(epoch from @now - min(received_at)), 0)::float8 from inbox_messages where processed_at is null and parked_at is null),
               (select count(*) from outbox_messages where status in (0, 1) and not_before <= @now),
               (select coalesce(extract(epoch from @now - min(not_before)), 0)::float8 from outbox_messages where status in (0, 1) and not_before <= @now),
               (select count(*) from outbox_messages where status = 3),
               (select count(*) from documents where state = 0),
               templates.today,
               case when @quota = 0 then -1 else greatest(@quota - templates.today, 0) end,
               (select count(*) from outbox_messages where status = 4 and followed_up_at is null and case_id is not null)
        from (select coalesce(sum(templates_today) filter (where day = (@now at time zone 'Asia/Jakarta')::date), 0) as today from channel_paces) templates
        """;

    private static readonly (string Name, string Help)[] Figures =
    [
        ("puskesos_inbox_unread", "Messages stored and not yet dealt with"),
        ("puskesos_inbox_parked", "Messages parked for an officer"),
        ("puskesos_inbox_lag_seconds", "Age of the oldest unread message"),
        ("puskesos_outbox_due", "Messages due for sending"),
        ("puskesos_outbox_lag_seconds", "Delay of the oldest due message"),
        ("puskesos_outbox_awaiting_window", "News waiting for a person's next message"),
        ("puskesos_documents_fetching", "Files still at the provider"),
        ("puskesos_templates_today", "Templates sent today, in western Indonesia"),
        ("puskesos_templates_left", "Templates left of today's quota; -1 without a quota"),
        ("puskesos_messages_lost", "Messages about a case that failed and were not followed up yet"),
    ];

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private volatile double[] values = new double[Figures.Length];

    /// <summary>Prometheus text.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var ((name, help), value) in Figures.Zip(values))
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
        return text.ToString();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                log.LogDebug("Figures could not be read: {Error}", error.GetType().Name);
            }

            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("now", time.GetUtcNow());
        command.Parameters.AddWithValue("quota", sending.Value.WhatsAppTemplatesPerDay);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return;
        values = [.. Enumerable.Range(0, Figures.Length).Select(at => Convert.ToDouble(reader.GetValue(at), CultureInfo.InvariantCulture))];
    }
}
