using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Tests.Admin.Cases;

public sealed partial class CannedReplyTests
{
    [Fact]
    public async Task Ready_answers_follow_the_state_and_are_changed_before_they_are_sent()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (fresh, referred) = (await world.CaseAsync(), await world.CaseAsync(status: CaseStatus.Referred));
        var browser = await app.OpenAsync(rini);
        var page = $"/kasus/{referred.Ticket}";

        Assert.Contains("Saya Rini dari Puskesos Jatibogor.", await browser.TextAsync($"/kasus/{fresh.Ticket}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Saya Rini dari Puskesos Jatibogor.", await browser.TextAsync(page), StringComparison.Ordinal);
        var filled = await browser.PostAsync(page, $"{page}?handler=ready", ("siap", OfficerReplies.Reply_Referred_Waiting), ("Form.Balas", "Bu Sarinah,"));
        Assert.Equal(HttpStatusCode.OK, filled.StatusCode);
        var words = WebUtility.HtmlDecode(Words().Match(await filled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value);
        Assert.Equal($"Bu Sarinah, Kami masih menunggu jawaban instansi untuk tiket {referred.Ticket}. Bapak/Ibu tidak perlu ke sana, kecuali kami kabari.", words);
        Assert.Empty(await world.ToldAsync(referred.Id));

        await browser.PostAsync(page, $"{page}?handler=write", ("Form.Balas", words + " Sabar ya."));

        Assert.EndsWith("kecuali kami kabari. Sabar ya.", Assert.Single(await world.ToldAsync(referred.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_regency_words_its_ready_answers_itself()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();
        app.Services.GetRequiredService<TextCatalog>().Swap([new TextOverride
        {
            RegencyCode = DeskWorld.Tegal, Key = OfficerReplies.Reply_New_Introduce, Language = "id", Number = 1, Words = "Kula {officer} saking {unit}, wonten punapa?", SavedAt = world.Clock.GetUtcNow(), SavedBy = 1,
        }]);

        Assert.Contains("Kula Rini saking Puskesos Jatibogor, wonten punapa?", await browser.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dinsos_finds_and_changes_them_among_the_texts()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var page = $"/teks/{OfficerReplies.Reply_Any_Read}";

        Assert.Contains("Reply_Any_Read", await browser.TextAsync("/teks?cari=sudah+saya+baca"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(page, $"{page}?bahasa=id&handler=save", ("versi", "0"), ("teks", "Sudah saya baca, terima kasih."))).StatusCode);
        Assert.Equal(1, await world.Database.CountAsync("text_overrides"));
    }

    [Theory]
    [MemberData(nameof(OpenStates))]
    public void Every_open_state_has_ready_answers_that_promise_nothing(CaseStatus status)
    {
        var own = TextCatalog.Keys.Where(key => key.StartsWith($"Reply_{status}_", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(own);
        Assert.All(own, key => Assert.DoesNotMatch("(?i)pasti (dapat|cair|diterima)|dijamin|akan dapat", TextCatalog.Default(key, "id")!));
    }

    public static TheoryData<CaseStatus> OpenStates => [.. Enum.GetValues<CaseStatus>().Where(status => status.IsOpen())];

    [GeneratedRegex("<textarea id=\"balas\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Words();
}
