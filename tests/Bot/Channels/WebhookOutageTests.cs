using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Bot.Channels;

namespace Puskesos.Tests.Bot.Channels;

public sealed class WebhookOutageTests : IDisposable
{
    private readonly FakeClock clock = new();
    private readonly LogLines lines = new();
    private readonly ILoggerFactory loggers;
    private readonly WebhookOutage outage;

    public WebhookOutageTests()
    {
        loggers = LoggerFactory.Create(logging => logging.AddProvider(lines));
        outage = new WebhookOutage(clock, loggers.CreateLogger<WebhookOutage>());
    }

    public void Dispose() => loggers.Dispose();

    [Fact]
    public void An_outage_says_that_it_begins_a_count_each_minute_and_that_it_is_over()
    {
        for (var second = 0; second < 150; second++)
        {
            for (var call = 0; call < 10; call++) outage.Refused(new NpgsqlException("connection to 08123456789 refused"));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        outage.Stored();
        outage.Stored();

        Assert.Equal(
            [
                "Error: Webhook calls cannot be stored and are refused with 503, so that they are repeated: NpgsqlException (null)",
                "Warning: Webhook calls still cannot be stored: 601 refused in 60 s, NpgsqlException (null)",
                "Warning: Webhook calls still cannot be stored: 1201 refused in 120 s, NpgsqlException (null)",
                "Warning: Webhook calls are stored again: 1500 had been refused in 150 s",
            ],
            Said());
    }

    [Fact]
    public void One_that_comes_and_goes_says_no_more_than_a_line_a_minute()
    {
        for (var second = 0; second < 119; second++)
        {
            outage.Refused(new TimeoutException());
            outage.Stored();
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // The first second and the one that begins the second minute: one line each that it begins, one that it is over.
        Assert.Equal(4, Said().Count);
        Assert.EndsWith("60 had been refused in 0 s", Said()[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_of_our_own_is_said_each_time_and_is_no_outage()
    {
        var mistake = new InvalidOperationException("x", new PostgresException("value 3328 too long", "ERROR", "ERROR", "22001"));

        outage.Refused(mistake);
        outage.Refused(mistake);
        outage.Stored();

        Assert.Equal(Enumerable.Repeat("Error: A webhook call could not be stored: InvalidOperationException 22001", 2), Said());
    }

    private List<string> Said() => [.. lines.Lines.Select(line => line.Replace($" {typeof(WebhookOutage).FullName}", "", StringComparison.Ordinal).TrimEnd())];
}
