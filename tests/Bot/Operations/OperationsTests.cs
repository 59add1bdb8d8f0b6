using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace Puskesos.Tests.Bot.Operations;

/// <summary>What operators see of the whole bot process, on a real port and database.</summary>
public sealed class OperationsTests : IAsyncLifetime
{
    private const string Token = "token-for-figures";
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-operations-").FullName;
    private readonly TestDatabase database = new();
    private BotApp app = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        app = new BotApp(database.ConnectionString, folder);
        app.UseKestrel(0);
        app.StartServer();
        http = app.CreateClient();
    }

    [Fact]
    public async Task A_bot_whose_schema_fits_says_ready()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_database_that_goes_and_comes_back_is_followed()
    {
        await ReadyAsync(HttpStatusCode.OK);

        await AllowAsync(false);
        var away = await ReadyAsync(HttpStatusCode.ServiceUnavailable);
        await AllowAsync(true);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_refused_webhook_call_is_counted_in_the_figures()
    {
        var before = Value(await FiguresAsync(), "puskesos_webhook_refused_total{channel=\"telegram\"}");

        using var call = new StringContent("{}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri("/telegram/webhook", UriKind.Relative), call, Stop)).StatusCode);

        var figures = await FiguresAsync();
        // Other tests of this process count in the same meter.
        Assert.True(Value(figures, "puskesos_webhook_refused_total{channel=\"telegram\"}") >= before + 1, figures);
        Assert.Contains("puskesos_whatsapp_recovered_total", figures, StringComparison.Ordinal);
        Assert.Contains("puskesos_inbox_lag_seconds 0", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_from_beyond_a_proxy_ask_for_the_token()
    {
        Assert.Equal(HttpStatusCode.OK, await FiguresFromAsync(forwardedFor: null, token: null));
        Assert.Equal(HttpStatusCode.Forbidden, await FiguresFromAsync("203.0.113.9", token: null));
        Assert.Equal(HttpStatusCode.Forbidden, await FiguresFromAsync("203.0.113.9", "wrong"));
        Assert.Equal(HttpStatusCode.OK, await FiguresFromAsync("203.0.113.9", Token));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static double Value(string figures, string name) =>
        figures.Split('\n').Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal)).Select(line => double.Parse(line[(name.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();

    private async Task<string> FiguresAsync() => await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Stop);

    private async Task<HttpStatusCode> FiguresFromAsync(string? forwardedFor, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
        if (forwardedFor is not null) request.Headers.Add("X-Forwarded-For", forwardedFor);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    /// <summary>Asks until it says what is awaited; gives what it said last.</summary>
    private async Task<HttpStatusCode> ReadyAsync(HttpStatusCode awaited)
    {
        var said = HttpStatusCode.NoContent;
        for (var tries = 0; tries < 300 && said != awaited; tries++)
        {
            if (tries > 0) await Task.Delay(100, Stop);
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);
            said = answer.StatusCode;
        }

        return said;
    }

    /// <summary>Shuts the database to everybody, as a server that is stopped does, or opens it again.</summary>
    private async Task AllowAsync(bool connections)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "postgres", Pooling = false };
        await using var server = new NpgsqlConnection(settings.ConnectionString);
        await server.OpenAsync(Stop);
        await using var command = server.CreateCommand();
        command.CommandText = $"alter database \"{database.Name}\" allow_connections {(connections ? "true" : "false")}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database.Name}' and pid <> pg_backend_pid()";
        await command.ExecuteNonQueryAsync(Stop);
    }

    private sealed class BotApp(string connectionString, string folder) : WebApplicationFactory<Puskesos.Bot.Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("ConnectionStrings:Puskesos", connectionString);
            builder.UseSetting("Keys:Path", Path.Combine(folder, "master.key"));
            builder.UseSetting("Documents:Path", Path.Combine(folder, "documents"));
            builder.UseSetting("WebChat:Enabled", "true");
            builder.UseSetting("Telegram:BotToken", "1:a");
            builder.UseSetting("Telegram:WebhookSecret", "secret");
            builder.UseSetting("Telegram:Mode", "webhook");
            builder.UseSetting("Telegram:ApiBaseUrl", "http://127.0.0.1:9");
            builder.UseSetting("Metrics:Token", Token);
            builder.UseSetting("Logging:LogLevel:Default", "None");
        }
    }
}
