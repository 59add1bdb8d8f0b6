using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Puskesos.Benchmarks.Turns;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Benchmarks.Admin;

/// <summary>Queue, search and case page over HTTP with a million cases in the database and, in turn, with a thousand.</summary>
public sealed class AdminBenchmark : IBenchmark
{
    private const int Small = 1_000;

    /// <summary>BENCH_CASES lowers it for a quick look.</summary>
    private static readonly int Large = int.TryParse(Environment.GetEnvironmentVariable("BENCH_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 1_000_000;

    /// <summary>Issue "Officers' desk": 95 of 100 within 60 ms, and within 1.3 times of what a thousand cases take.</summary>
    private const double LimitMilliseconds = 60, LimitRatio = 1.3;

    /// <summary>A service runs for weeks: the runtime has made its final code of every page before one is measured.</summary>
    private const int WarmUp = 300;

    private const int Rounds = 5, RequestsOfRound = 80;

    public string Name => "admin";

    public string About => $"queue, search and case page with {Large:N0} cases: p95 at most {LimitMilliseconds:0} ms and {LimitRatio}x of the same with {Small:N0}";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var few = await SideAsync("admin_few", Small, cancellationToken);
        await using var many = await SideAsync("admin_many", Large, cancellationToken);
        foreach (var page in Pages)
            foreach (var side in new[] { few, many }) await page.MeasureAsync(side, WarmUp, cancellationToken);
        foreach (var page in Pages)
        {
            var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                fewTimes.AddRange(await page.MeasureAsync(few, RequestsOfRound, cancellationToken));
                manyTimes.AddRange(await page.MeasureAsync(many, RequestsOfRound, cancellationToken));
            }

            var (before, after) = (Statistics.Percentile(fewTimes, 95), Statistics.Percentile(manyTimes, 95));
            var ratio = page.IsCompared ? $"ratio {after / before:0.00} (limit {LimitRatio})" : "not compared: it finds more there";
            Console.WriteLine($"{page.Name,-34} {Small,7:N0}: p50 {Statistics.Median(fewTimes),6:0.0} p95 {before,6:0.0} ms   {Large,9:N0}: p50 {Statistics.Median(manyTimes),6:0.0} p95 {after,6:0.0} ms   limit {LimitMilliseconds:0}: {after / LimitMilliseconds:0.00}   {ratio}");
        }
    }

    private static readonly PageMeasure[] Pages =
    [
        new("queue of the desk", (side, _) => side.Desk.GetAsync("/kasus")),
        new("queue: my turn", (side, _) => side.Desk.GetAsync("/kasus?daftar=Giliran")),
        new("queue: late", (side, _) => side.Desk.GetAsync("/kasus?daftar=Terlambat")),
        new("queue of Dinsos, page 1", (side, _) => side.Dinsos.GetAsync("/kasus")) { IsCompared = false },
        new("board of a TKSK", (side, _) => side.Tksk.GetAsync("/papan")),
        new("search by a rare name", (side, n) => side.SearchAsync($"{AdminData.RareName} {(char)('A' + n % AdminData.RareNames)}")),
        new("search by a common name", (side, n) => side.SearchAsync(n % 2 == 0 ? "Kusmiyati Rahayu" : "Slamet")) { IsCompared = false },
        new("search by a phone number", (side, n) => side.SearchAsync($"08120000{n % 1000:0000}")),
        new("case page", (side, n) => side.Desk.GetAsync($"/kasus/{side.Tickets[n % side.Tickets.Count]}")),
    ];

    private static async Task<AdminSide> SideAsync(string database, int cases, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var (connection, signIns) = await ProductDatabase.CreateWithSignInsAsync(database, cancellationToken);
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var one = await source.OpenConnectionAsync(cancellationToken))
        {
            var (words, message) = Sealed(connection);
            foreach (var statement in AdminData.Statements(cases, words, message))
            {
                await using var command = new NpgsqlCommand(statement, one) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        var tickets = new List<string>();
        await using (var read = source.CreateCommand($"select ticket from cases where unit_code = '{AdminData.Desk}' and closed_at is null and secrecy = 0 order by id"))
        await using (var row = await read.ExecuteReaderAsync(cancellationToken))
            while (await row.ReadAsync(cancellationToken)) tickets.Add(row.GetString(0));
        Console.WriteLine($"{cases:N0} cases filled in {watch.Elapsed.TotalSeconds:0} s, {tickets.Count} open at the desk");
        var admin = await AdminProcess.StartAsync(connection, cancellationToken);
        async Task<HttpClient> SignInAsync(string email) => await admin.SignInAsync(email, signIns[email], cancellationToken);
        return new AdminSide(admin, await SignInAsync("agus.jatibogor@example.id"), await SignInAsync("gunadi@example.id"), await SignInAsync("endang@example.id"), tickets);
    }

    /// <summary>Words and a message as the product seals them, by the same master key.</summary>
    private static (byte[] Words, byte[] Message) Sealed(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(ProductDatabase.Settings(connection).Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        builder.Services.AddSingleton<Outbox>();
        using var services = builder.Services.BuildServiceProvider();
        return (services.GetRequiredService<FieldCipher>().Seal("Sudah tiga bulan belum masuk, Pak."), services.GetRequiredService<Outbox>().Seal(new OutgoingMessage { Text = "Kabar tiket: sedang diperiksa." }));
    }
}

/// <summary>One database with its pages and three officers signed in.</summary>
internal sealed class AdminSide(AdminProcess admin, HttpClient desk, HttpClient dinsos, HttpClient tksk, IReadOnlyList<string> tickets) : IAsyncDisposable
{
    private string? token;

    public HttpClient Desk => desk;

    public HttpClient Dinsos => dinsos;

    public HttpClient Tksk => tksk;

    /// <summary>Open cases of the desk.</summary>
    public IReadOnlyList<string> Tickets => tickets;

    public async Task<HttpResponseMessage> SearchAsync(string words)
    {
        token ??= AdminProcess.TokenIn(await desk.GetStringAsync("/kasus"));
        using var form = new FormUrlEncodedContent([new("cari", words), new("__RequestVerificationToken", token)]);
        return await desk.PostAsync("/kasus", form);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { desk, dinsos, tksk }) client.Dispose();
        await admin.DisposeAsync();
    }
}

/// <summary>A page and how it is asked for.</summary>
internal sealed record PageMeasure(string Name, Func<AdminSide, int, Task<HttpResponseMessage>> Ask)
{
    /// <summary>False where a larger database gives more rows to show.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>Milliseconds until the whole page is there, one request after the other: more than the server's own time, never less.</summary>
    public async Task<IReadOnlyList<double>> MeasureAsync(AdminSide side, int requests, CancellationToken cancellationToken)
    {
        var times = new List<double>(requests);
        for (var n = 0; n < requests; n++)
        {
            var from = Stopwatch.GetTimestamp();
            using var answer = await Ask(side, n);
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{Name} gave {answer.StatusCode}");
        }

        return times;
    }
}
