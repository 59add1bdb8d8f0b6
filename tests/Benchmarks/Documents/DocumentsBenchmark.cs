using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Puskesos.Benchmarks.Turns;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Benchmarks.Documents;

/// <summary>How fast photos are checked and in how much memory, and what a thousand uploads do to everybody else's chat.</summary>
public sealed class DocumentsBenchmark : IBenchmark
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>4000 by 3000: twelve megapixels, as a phone takes them.</summary>
    private const int LargeWidth = 4000;

    /// <summary>What Telegram hands over as a photo.</summary>
    private const int SentWidth = 1280;

    /// <summary>Telegram's largest album.</summary>
    private const int Album = 10;

    private const int Chatters = 20;
    private const long FirstChatter = 700_000_000;
    private const long FirstSender = 700_100_000;

    /// <summary>Issue 5: chat p95 stays within 1.5 times of idle.</summary>
    private const double Allowed = 1.5;

    /// <summary>People who write twice a second in all of their time; forty messages a second together.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>A thousand uploads (issue 5), unless the run is only tried out.</summary>
    private static readonly int Senders = Math.Max(1, BenchServer.Setting("BENCH_UPLOADS", 1000) / Album);

    private static readonly int Uploads = Senders * Album;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestUploads = TimeSpan.FromMinutes(30);
    private static readonly string[] UpToPapers = ["lapor", "1", "1", "Taryono", "jatibogor suradadi", "1", "4", "Biaya sekolah (PIP/KIP)", "anak saya putus sekolah karena biaya"];

    public string Name => "documents";

    public string About => $"photos per second and core, memory of a worker on 12 megapixels; {Uploads} uploads beside the chat, limit {Allowed} of idle p95";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var width in new[] { LargeWidth, SentWidth }) await CheckAsync(width, cancellationToken);
        await BesideChatAsync(cancellationToken);
    }

    private static async Task CheckAsync(int width, CancellationToken cancellationToken)
    {
        var photo = await SamplePhoto.MakeAsync(width, width * 3 / 4, cancellationToken);
        var tools = new OutOfProcess(NullLogger<OutOfProcess>.Instance);
        var check = new ArrivalCheck(new PictureCheck(tools), new PdfCheck(tools));
        await check.CheckAsync(photo, cancellationToken);
        var before = ChildUsage.Read();
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(start).TotalSeconds < BenchServer.Seconds; count++)
        {
            var file = await check.CheckAsync(photo, cancellationToken);
            if (file.Thumbnail is null || file.Marks.Count > 0) throw new InvalidOperationException($"The photo was not taken as a good one: {string.Join(',', file.Marks)}");
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var after = ChildUsage.Read();
        var processor = (after.Processor - before.Processor).TotalSeconds;
        Console.WriteLine($"{width * width * 3 / 4 / 1e6:0.0} megapixels, {photo.Length / Megabyte:0.0} MB: {count / seconds:0.00} photos/s in one line; {count / processor:0.00} photos/s and core ({processor / count:0.00} s of processor each); a worker's peak {after.PeakBytes / Megabyte:0} MB");
    }

    private static async Task BesideChatAsync(CancellationToken cancellationToken)
    {
        var database = await ProductDatabase.CreateAsync("documents", cancellationToken);
        await using var api = await FakeBotApi.StartAsync(cancellationToken);
        api.Photo = await SamplePhoto.MakeAsync(SentWidth, SentWidth * 3 / 4, cancellationToken);
        await using var bot = await BotProcess.StartAsync(database, api.Address, cancellationToken);
        List<ResidentLoop> chatters = [.. Enumerable.Range(0, Chatters).Select(i => new ResidentLoop(FirstChatter + i, api, bot.Client))];
        List<ResidentLoop> senders = [.. Enumerable.Range(0, Senders).Select(i => new ResidentLoop(FirstSender + i, api, bot.Client))];
        await Task.WhenAll(chatters.Select(one => one.TalkAsync(WarmUp, cancellationToken)));
        await Task.WhenAll(senders.Select(async one =>
        {
            foreach (var line in UpToPapers) await one.SayAsync(line, cancellationToken);
        }));
        await using var source = NpgsqlDataSource.Create(database);

        var idle = await ChatAsync(chatters, stop => Task.Delay(TimeSpan.FromSeconds(BenchServer.Seconds), stop), cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var busy = await ChatAsync(chatters, stop => UploadAsync(senders, api, source, stop), cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var ratio = Statistics.Percentile(busy, 95) / Statistics.Percentile(idle, 95);
        Console.WriteLine($"idle: {idle.Count} turns, p50 {Statistics.Median(idle):0.0} ms, p95 {Statistics.Percentile(idle, 95):0.0} ms");
        Console.WriteLine($"with {Uploads} uploads in {seconds:0} s ({Uploads / seconds:0.0}/s): {busy.Count} turns, p50 {Statistics.Median(busy):0.0} ms, p95 {Statistics.Percentile(busy, 95):0.0} ms");
        Console.WriteLine($"p95 with uploads is {ratio:0.00} of idle, limit {Allowed}: {(ratio <= Allowed ? "within" : "NOT within")}");
    }

    /// <summary>Milliseconds of each turn while something else goes on.</summary>
    private static async Task<List<double>> ChatAsync(List<ResidentLoop> chatters, Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken)
    {
        chatters.ForEach(one => one.Forget());
        using var stop = new CancellationTokenSource();
        var talking = Task.WhenAll(chatters.Select(one => one.TalkSlowlyAsync(Pause, stop.Token, cancellationToken)));
        await meanwhile(cancellationToken);
        await stop.CancelAsync();
        await talking;

        return [.. chatters.SelectMany(one => one.Turns)];
    }

    /// <summary>Every sender sends its photos as one album; done when all of them lie in the store.</summary>
    private static async Task UploadAsync(List<ResidentLoop> senders, FakeBotApi api, NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Album; round++)
            foreach (var sender in senders) await sender.SendPhotoAsync(api.Photo.Length, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            await using var command = source.CreateCommand("select count(*) from documents where state = 1");
            if (await command.ExecuteScalarAsync(cancellationToken) is long stored && stored >= Uploads) return;
            if (Stopwatch.GetElapsedTime(start) > LongestUploads) throw new TimeoutException("Not all uploads were stored");
            await Task.Delay(500, cancellationToken);
        }
    }
}
