using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Bot.Telegram;
using Puskesos.Bot.WhatsApp;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Channels;

/// <summary>A row of the inbox as the turns will see it.</summary>
public sealed record InboxRowSeen(string ExternalId, bool Parked, bool Recovered, long? ConversationId, byte[]? RawBody, IncomingMessage? Message);

/// <summary>The two channels on a real Kestrel with a real database, and nothing behind the inbox.</summary>
public sealed class ChannelHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ChannelHost(WebApplication app) => this.app = app;

    public string Url { get; private set; } = "";

    public HttpClient Http { get; } = new();

    public LogLines Log { get; private init; } = new();

    public IServiceProvider Services => app.Services;

    public T The<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<ChannelHost> StartAsync(string connectionString, IReadOnlyDictionary<string, string?> settings)
    {
        await ChannelSchema.EnsureAsync(connectionString);
        var log = new LogLines();
        var builder = LoopbackHost.Builder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["ConnectionStrings:Puskesos"] = connectionString;
        builder.Configuration["Keys:Path"] = Path.Combine(TestDatabase.FolderOf(new NpgsqlConnectionStringBuilder(connectionString).Database!), "keys.json");
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.AddStorage();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddMessaging();
        builder.AddTelegram().AddWhatsApp();
        ((IHostApplicationBuilder)builder).ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        var app = builder.Build();
        app.MapTelegram().MapWhatsApp();
        return new ChannelHost(app) { Log = log, Url = await LoopbackHost.StartAsync(app) };
    }

    /// <summary>Every row of the inbox, oldest first.</summary>
    public async Task<List<InboxRowSeen>> InboxAsync(string where = "true")
    {
        var rows = new List<InboxRowSeen>();
        var cipher = The<FieldCipher>();
        await using var command = The<NpgsqlDataSource>().CreateCommand(
            $"select external_id, parked_at is not null, recovered, conversation_id, raw_body, content from inbox_messages where {where} order by id");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var content = await reader.IsDBNullAsync(5) ? null : JsonSerializer.Deserialize<IncomingMessage>(cipher.Open((byte[])reader[5]));
            var raw = await reader.IsDBNullAsync(4) ? null : cipher.Open((byte[])reader[4]);
            rows.Add(new InboxRowSeen(reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), await reader.IsDBNullAsync(3) ? null : reader.GetInt64(3), raw, content));
        }

        return rows;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = The<NpgsqlDataSource>().CreateCommand(sql);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    public Task ClearAsync() => ScalarOrNothingAsync("truncate inbox_messages, outbox_messages, conversations, channel_addresses cascade");

    public async Task ScalarOrNothingAsync(string sql)
    {
        await using var command = The<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
