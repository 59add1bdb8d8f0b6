using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Texts;

namespace Puskesos.Tests.Core.Documents.Checks;

public sealed class VirusScanTests
{
    private const string Nobody = "127.0.0.1:9";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    [Fact]
    public async Task Clean_and_infected_files_are_told_apart_over_tcp()
    {
        await using var clamd = new FakeClamd();

        Assert.Equal(ScanVerdict.Clean, await Scan(clamd.Place).ScanAsync(new byte[200_000], Stop));
        Assert.Equal(ScanVerdict.Infected, await Scan(clamd.Place).ScanAsync(Eicar, Stop));
        Assert.Equal(ScanVerdict.Clean, await Scan(clamd.Place).ScanAsync(Array.Empty<byte>(), Stop));
    }

    [Fact]
    public async Task A_unix_socket_does_as_well()
    {
        var path = Path.Combine(Path.GetTempPath(), $"clamd-{Guid.NewGuid():N}.sock");
        await using var clamd = new FakeClamd(new UnixDomainSocketEndPoint(path));

        Assert.Equal(ScanVerdict.Infected, await Scan($"unix:{path}").ScanAsync(Eicar, Stop));
    }

    [Theory]
    [InlineData("", ScanVerdict.Off)]
    [InlineData(Nobody, ScanVerdict.Away)]
    [InlineData("unix:/nowhere/clamd.sock", ScanVerdict.Away)]
    [InlineData("no port", ScanVerdict.Away)]
    public async Task Without_an_answer_nothing_is_called_clean(string place, ScanVerdict verdict) =>
        Assert.Equal(verdict, await Scan(place).ScanAsync(Eicar, Stop));

    [Fact]
    public async Task A_scanner_that_refuses_the_size_has_said_nothing()
    {
        await using var clamd = new FakeClamd(streamMaxLength: 1000);

        Assert.Equal(ScanVerdict.Away, await Scan(clamd.Place).ScanAsync(new byte[1001], Stop));
    }

    [Fact]
    public async Task An_infected_file_is_not_kept_and_asked_for_again()
    {
        await using var clamd = new FakeClamd();
        await using var host = await DocumentHost.StartAsync(clamd.Place);
        host.Provider.Files["a"] = Eicar;
        var id = await host.AnnounceAsync("a");

        await host.FetchAsync();

        var row = await host.FindAsync(id);
        Assert.Equal((DocumentState.Failed, DocumentMarks.Infected, null), (row.State, row.Marks, row.StoreKey));
        Assert.Empty(host.Files());
        Assert.Equal([Questions.AskDocuments_NotRead], await host.ToldAsync());
    }

    [Fact]
    public async Task While_the_scanner_is_away_files_are_closed_and_asked_about_again()
    {
        var port = FreePort();
        await using var host = await DocumentHost.StartAsync($"127.0.0.1:{port}");
        host.Provider.Files["a"] = SamplePictures.Card();
        host.Provider.Files["b"] = Eicar;
        var (good, bad) = (await host.AnnounceAsync("a"), await host.AnnounceAsync("b", message: 2));
        await host.FetchAsync();
        Assert.Equal((DocumentState.Unchecked, DocumentState.Unchecked), ((await host.FindAsync(good)).State, (await host.FindAsync(bad)).State));
        Assert.Null(await host.Services.GetRequiredService<DocumentReader>().OpenAsync(await host.FindAsync(good), Stop));
        host.Clock.Advance(UncheckedFilesJob.Every);
        await host.RunAsync<UncheckedFilesJob>();
        Assert.Equal(DocumentState.Unchecked, (await host.FindAsync(good)).State);

        await using var clamd = new FakeClamd(new IPEndPoint(IPAddress.Loopback, port));
        host.Clock.Advance(UncheckedFilesJob.Every);
        await host.RunAsync<UncheckedFilesJob>();
        await host.RunAsync<ErasedFilesJob>();

        Assert.Equal((DocumentState.Stored, DocumentState.Erased), ((await host.FindAsync(good)).State, (await host.FindAsync(bad)).State));
        Assert.Null((await host.FindAsync(bad)).StoreKey);
        Assert.Contains(Questions.AskDocuments_NotRead, await host.ToldAsync());
        Assert.Equal(2, clamd.Scans);
    }

    [Fact]
    public async Task Several_of_a_talk_that_are_infected_are_told_once_and_no_longer_count()
    {
        var port = FreePort();
        await using var host = await DocumentHost.StartAsync($"127.0.0.1:{port}");
        (host.Provider.Files["a"], host.Provider.Files["b"], host.Provider.Files["c"]) = (Eicar, [.. Eicar, 1], SamplePictures.Card());
        var ids = new[] { await host.AnnounceAsync("a"), await host.AnnounceAsync("b", message: 2), await host.AnnounceAsync("c", message: 3) };
        await host.FetchAsync();
        await host.Database.ScalarAsync("delete from outbox_messages");
        await using var clamd = new FakeClamd(new IPEndPoint(IPAddress.Loopback, port));
        host.Clock.Advance(UncheckedFilesJob.Every);

        await host.RunAsync<UncheckedFilesJob>();

        Assert.Equal([Questions.AskDocuments_NotRead], await host.ToldAsync());
        Assert.Equal([FileFault.Unreadable, FileFault.Unreadable, FileFault.None], await Task.WhenAll(ids.Select(async id => FileFaults.Of(await host.FindAsync(id)))));
    }

    private static VirusScan Scan(string place) => new(Options.Create(new DocumentsOptions { Clamd = place }), NullLogger<VirusScan>.Instance);

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
