using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Tests.Core.Documents.Arrival;

/// <summary>Files that are sent to do harm, all the way from the provider into the store: nothing crashes, nothing active is ever served inline.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private DocumentHost host = null!;

    public async ValueTask InitializeAsync() => host = await DocumentHost.StartAsync(largest: MediaLimits.Largest(Channel.Telegram));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    public static TheoryData<string> Names() => [.. Samples.Keys];

    private static Dictionary<string, Func<byte[]>> Samples { get; } = new()
    {
        ["EICAR"] = () => Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
        ["HTML named .jpg"] = () => "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        ["HTML behind a byte order mark"] = () => "\uFEFF \n<html><body onload=alert(1)>"u8.ToArray(),
        ["SVG named .jpg"] = () => "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
        ["JavaScript named .jpg"] = () => "alert(1)//\n"u8.ToArray(),
        ["GIF that is JavaScript"] = () => [.. "GIF89a/*"u8, .. SmallGif()[8..], .. "*/=1;alert(1)"u8],
        ["GIF with JavaScript behind its end"] = () => [.. SmallGif(), .. "/*<script>alert(1)</script>*/"u8],
        ["JPEG with a page in its comment"] = () => [0xFF, 0xD8, 0xFF, 0xFE, 0, 30, .. "<script>alert(1)</script>   "u8, 0xFF, 0xD9],
        ["PDF with JavaScript"] = () => SamplePdfs.Of("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        ["PDF that claims 100,000 pages"] = () => SamplePdfs.Of("", pages: 100_000),
        ["PDF behind a kilobyte of HTML"] = () => [.. Encoding.ASCII.GetBytes("<script>alert(1)</script>".PadRight(900)), .. SamplePdfs.Of("")],
        ["PNG of 50,000 by 50,000"] = () => SamplePictures.PngOf(50_000, 50_000, [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]),
        ["truncated JPEG"] = () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xDB],
        ["JPEG whose lengths lie"] = () => [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2, 3],
        ["zip bomb as .docx"] = SampleLetters.Bomb,
        ["letter as .docx"] = () => SampleLetters.Packed(),
        ["old letter as .doc"] = SampleLetters.Old,
        ["program"] = () => [.. "MZ"u8, .. new byte[400]],
        ["broken HEIC"] = () => Encoding.Latin1.GetBytes("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic" + new string('x', 5000)),
        ["random bytes"] = () => [.. Enumerable.Range(0, 100_000).Select(at => (byte)((at * 31) ^ (at >> 3)))],
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_crashes_and_nothing_active_is_shown(string name)
    {
        host.Provider.Files["a"] = Samples[name]();
        var id = await host.AnnounceAsync("a");

        await host.FetchAsync();

        var row = await host.FindAsync(id);
        Assert.Equal(DocumentState.Stored, row.State);
        Assert.DoesNotContain(host.Files(), file => file.Contains("staged", StringComparison.Ordinal));
        if (!InlineRules.MayShowInline(row)) return;
        // What is shown was decoded and written anew by us: nothing of the words is left in it.
        var shown = await ReadAsync(row);
        Assert.Equal(ContentTypes.Jpeg, ContentTypes.Find(shown));
        Assert.DoesNotContain("alert(1)", Encoding.Latin1.GetString(shown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EICAR")]
    [InlineData("HTML named .jpg")]
    [InlineData("HTML behind a byte order mark")]
    [InlineData("SVG named .jpg")]
    [InlineData("JavaScript named .jpg")]
    [InlineData("PDF with JavaScript")]
    [InlineData("PDF that claims 100,000 pages")]
    [InlineData("PDF behind a kilobyte of HTML")]
    [InlineData("PNG of 50,000 by 50,000")]
    [InlineData("zip bomb as .docx")]
    [InlineData("truncated JPEG")]
    [InlineData("JPEG whose lengths lie")]
    [InlineData("broken HEIC")]
    public async Task What_is_no_picture_is_only_ever_a_download_under_a_name_of_ours(string name)
    {
        host.Provider.Files["a"] = Samples[name]();
        var id = await host.AnnounceAsync("a");

        await host.FetchAsync();

        var row = await host.FindAsync(id);
        Assert.False(InlineRules.MayShowInline(row));
        Assert.Matches(@"^berkas-\d+\.(bin|pdf|zip|png|jpg|heic)$", InlineRules.DownloadName(row));
    }

    [Theory]
    [InlineData("EICAR")]
    [InlineData("HTML named .jpg")]
    [InlineData("HTML behind a byte order mark")]
    [InlineData("SVG named .jpg")]
    [InlineData("JavaScript named .jpg")]
    [InlineData("zip bomb as .docx")]
    [InlineData("letter as .docx")]
    [InlineData("old letter as .doc")]
    [InlineData("program")]
    [InlineData("random bytes")]
    public async Task What_is_neither_a_picture_nor_a_pdf_is_kept_and_no_paper(string name)
    {
        var sent = Samples[name]();
        (host.Provider.Files["a"], host.Provider.Files["b"]) = (sent, [.. sent, 1]);
        var (first, second) = (await host.AnnounceAsync("a"), await host.AnnounceAsync("b", message: 2));

        await host.FetchAsync();

        var row = await host.FindAsync(first);
        Assert.Equal((DocumentState.Stored, FileFault.NotAPaper, FileFault.NotAPaper), (row.State, FileFaults.Of(row), FileFaults.Of(await host.FindAsync(second))));
        Assert.Equal(sent, await ReadAsync(row));
        Assert.Equal([Questions.AskDocuments_NotAPaper], await host.ToldAsync());
    }

    [Fact]
    public async Task Nothing_and_25_megabytes_are_asked_for_again()
    {
        host.Provider.Files["empty"] = [];
        host.Provider.Files["large"] = new byte[25 * Megabyte];
        var (empty, large) = (await host.AnnounceAsync("empty", message: 1), await host.AnnounceAsync("large", message: 2));
        var told = await host.AnnounceAsync("told", size: 25 * Megabyte, message: 3);

        while (await host.FetchAsync() > 0)
        {
        }

        Assert.Equal(DocumentState.Failed, (await host.FindAsync(empty)).State);
        Assert.Equal(DocumentState.TooBig, (await host.FindAsync(large)).State);
        Assert.Equal(DocumentState.TooBig, (await host.FindAsync(told)).State);
        Assert.DoesNotContain("told", host.Provider.Asked);
        Assert.Empty(host.Files());
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/cron.d/job")]
    [InlineData("C:\\Windows\\win.ini")]
    [InlineData("a\0b.jpg")]
    [InlineData("kk.jpg\r\nContent-Type: text/html")]
    [InlineData("\u202Egpj.exe")]
    public async Task A_name_leads_nowhere(string name)
    {
        host.Provider.Files["a"] = SamplePictures.Card(640, 400);
        var id = await host.AnnounceAsync("a", fileName: name);

        await host.FetchAsync();

        var row = await host.FindAsync(id);
        Assert.Matches($@"^berkas-{id}\.(jpg|png)$", InlineRules.DownloadName(row));
        Assert.All(host.Files(), file => Assert.Matches(@"^[0-9a-f]{64}$", Path.GetFileName(file)));
    }

    private async Task<byte[]> ReadAsync(Document row)
    {
        await using var plain = (await host.Services.GetRequiredService<DocumentReader>().OpenAsync(row, Stop))!;
        using var read = new MemoryStream();
        await plain.CopyToAsync(read, Stop);
        return read.ToArray();
    }

    /// <summary>One white point.</summary>
    private static byte[] SmallGif() =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];
}
