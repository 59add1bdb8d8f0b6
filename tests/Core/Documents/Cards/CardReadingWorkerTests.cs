using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Documents.Cards;

public sealed class CardReadingWorkerTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_is_read_once_and_the_reading_lies_sealed()
    {
        NeedsTools();
        await using var host = await DocumentHost.StartAsync();
        host.Provider.Files["a"] = SampleCards.Make("3328161708850003", "TARYONO", "JATIBOGOR");
        var id = await FetchAsync(host, "KTP");

        Assert.Equal((1, 0), (await RunAsync(host), await RunAsync(host)));

        var row = await host.FindAsync(id);
        Assert.Equal(new CardReading("3328161708850003", "Taryono", "Jatibogor"), Open(host, row));
        Assert.DoesNotContain("3328161708850003", System.Text.Encoding.Latin1.GetString(row.Reading!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_card_is_read_as_nothing_and_not_again()
    {
        NeedsTools();
        await using var host = await DocumentHost.StartAsync();
        host.Provider.Files["a"] = SamplePictures.Card();
        var id = await FetchAsync(host, "KTP");

        Assert.Equal((1, 0), (await RunAsync(host), await RunAsync(host)));

        Assert.Equal(CardReading.Nothing, Open(host, await host.FindAsync(id)));
    }

    [Fact]
    public async Task Other_papers_are_not_read()
    {
        NeedsTools();
        await using var host = await DocumentHost.StartAsync();
        host.Provider.Files["a"] = SamplePictures.Card();
        await FetchAsync(host, "KK");

        Assert.Equal(0, await RunAsync(host));
    }

    private static async Task<long> FetchAsync(DocumentHost host, string kind)
    {
        var id = await host.AnnounceAsync("a");
        await host.FetchAsync();
        await host.Database.ScalarAsync($"update documents set kind = '{kind}' where id = {id}");
        return id;
    }

    private static Task<int> RunAsync(DocumentHost host) => host.Services.GetRequiredService<CardReadingWorker>().RunOnceAsync(Stop);

    private static CardReading? Open(DocumentHost host, Document row) => JsonSerializer.Deserialize<CardReading>(host.Services.GetRequiredService<FieldCipher>().Open(row.Reading!));

    private static void NeedsTools() =>
        Assert.SkipUnless(CardReader.IsThere && SampleCards.CanBeMade && OutOfProcess.Find(PictureCheck.Shrinker) is not null, "tesseract-ocr, tesseract-ocr-ind or libvips-tools is not installed: cards are not read");
}
