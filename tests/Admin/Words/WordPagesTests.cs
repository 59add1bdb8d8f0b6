using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Language.Writing;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Words;

public sealed class WordPagesTests
{
    private const string Phrase = "mbrebes mili";

    [Fact]
    public async Task One_click_teaches_a_phrase_without_a_restart_and_it_can_be_taken_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await DinsosAsync(world, app);
        Assert.Null(await NeedOfAsync(app));
        var missed = await world.Database.ScalarAsync("select id from missed_messages");

        var taught = await dinsos.PostAsync("/kata", "/kata?handler=teach", ("id", $"{missed}"), ("kata", Phrase), ("jenis", "KIS_MATI"));
        var known = await NeedOfAsync(app);
        var left = await world.Database.ScalarAsync("select count(*) from missed_messages");
        var page = await dinsos.TextAsync("/kata");
        var forgotten = await dinsos.PostAsync("/kata", "/kata?handler=forget", ("kata", Phrase), ("jenis", "KIS_MATI"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (taught.StatusCode, forgotten.StatusCode));
        Assert.Equal(("KIS_MATI", 0L), (known, left));
        foreach (var words in new[] { Phrase, "concept:AJAR_KIS_MATI", "Bu Dewi" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Null(await NeedOfAsync(app));
        Assert.Equal(4L, await world.Database.ScalarAsync("select count(*) from lexicon_changes where changed_by is not null"));
    }

    [Theory]
    [InlineData("menu", "KIS_MATI", "kata perintah")]
    [InlineData("dipukul", "KIS_MATI", "kata bahaya")]
    [InlineData("kis mati", "SKTM", "sudah berarti KIS/BPJS gratis mati")]
    [InlineData("kis mati", "KIS_MATI", "sudah dipahami")]
    [InlineData("satu dua tiga empat lima", "KIS_MATI", "satu sampai empat kata")]
    [InlineData("mbrebes mili", "KEKERASAN", "Jenis rahasia")]
    public async Task A_phrase_with_another_meaning_is_refused(string phrase, string need, string reason)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await DinsosAsync(world, app);

        var answer = await dinsos.PostAsync("/kata", "/kata?handler=teach", ("kata", phrase), ("jenis", need));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(reason, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from lexicon_changes"));
    }

    [Fact]
    public async Task Words_are_put_aside_or_forgotten_after_a_month()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await DinsosAsync(world, app);
        var missed = await world.Database.ScalarAsync("select id from missed_messages");
        await using var work = world.Open();
        var job = new MissedMessageJob(work.Storage, world.Clock);

        world.Clock.Advance(MissedMessageJob.Kept - TimeSpan.FromHours(1));
        await job.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from missed_messages"));
        world.Clock.Advance(TimeSpan.FromHours(2));
        await job.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from missed_messages"));
        Assert.Equal(HttpStatusCode.NotFound, (await dinsos.PostAsync("/kata", "/kata?handler=dismiss", ("id", $"{missed}"))).StatusCode);
    }

    private static async Task<string?> NeedOfAsync(AdminApp app)
    {
        await app.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(TestContext.Current.CancellationToken);
        var read = app.Services.GetRequiredService<CatalogueSnapshot>().Words.Complaints.Read(TextNormaliser.Read($"bu {Phrase} terus"));
        return read.Candidates is [var best, ..] ? best.Code : null;
    }

    private static async Task<Browser> DinsosAsync(DeskWorld world, AdminApp app)
    {
        await using (var work = world.Open())
        {
            await LexiconEditing.SeedAsync(work.Storage, TestContext.Current.CancellationToken);
            var now = world.Clock.GetUtcNow();
            work.Storage.Add(new MissedMessage { RegencyCode = DeskWorld.Tegal, Words = $"bu {Phrase} terus", Step = "AskNeedGroup", ChosenCategory = "KIS_MATI", Times = 2, FirstAt = now, LastAt = now });
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
    }
}
