using System.Net;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Tests.Bot.WebChat;

public sealed class ChatPageTests(ChatHost host) : IClassFixture<ChatHost>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_visit_greets_and_stores_nothing()
    {
        using var browser = host.Browser();
        var before = (await host.ReceivedAsync()).Count;

        using var page = await browser.GetAsync("/", Stop);
        var html = await page.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Puskesos Kab. Tegal", html);
        Assert.Contains("value=\"LAPOR\"", html);
        Assert.Equal(before, (await host.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task The_person_is_a_cookie_that_no_script_can_read()
    {
        using var browser = host.Browser();

        using var page = await browser.GetAsync("/", Stop);
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.True(cookie.Split('=')[1].Split(';')[0].Length >= 43);
    }

    [Fact]
    public async Task The_page_allows_nothing_from_elsewhere_and_has_nothing_inline()
    {
        using var browser = host.Browser();

        using var page = await browser.GetAsync("/", Stop);
        var html = await page.Content.ReadAsStringAsync(Stop);

        Assert.StartsWith("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("<script>", html);
        Assert.DoesNotContain("style=", html);
        Assert.DoesNotContain("http://", html);
        Assert.DoesNotContain("https://", html);
    }

    [Fact]
    public async Task The_first_view_weighs_at_most_60_kilobytes()
    {
        using var browser = host.Browser();
        var html = await browser.GetStringAsync("/", Stop);
        var weight = html.Length;

        foreach (var part in html.Split('"').Where(part => part.Contains("?v=")))
        {
            using var answer = await browser.GetAsync(part, Stop);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
            weight += (await answer.Content.ReadAsByteArrayAsync(Stop)).Length;
        }

        Assert.InRange(weight, 20_000, 60_000);
    }

    [Fact]
    public async Task Bold_is_ours_and_a_persons_words_stay_words()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "<b>*saya*</b> & \"anak\"" });
        const string named = "Nama: *<i>x</i>*. Tiket *TGL-2611-0042-7*.";
        await host.AnswerAsync("<b>*saya*</b> & \"anak\"", new OutgoingMessage { Text = named, PersonTexts = [new PersonText(6, 10)] });

        var html = await browser.GetStringAsync("/", Stop);

        Assert.Contains("&lt;b&gt;*saya*&lt;/b&gt; &amp; &quot;anak&quot;", html);
        Assert.Contains("Nama: *&lt;i&gt;x&lt;/i&gt;*. Tiket <b>TGL-2611-0042-7</b>.", html);
    }

    [Fact]
    public async Task Open_choices_are_buttons_and_stand_there_once()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "tanya pilihan" });
        await host.AnswerAsync("tanya pilihan", new OutgoingMessage
        {
            Text = "Yang mana?\n\n1 Karanganyar\n2 Bukan itu",
            Choices = [new Choice("AskVillage:1", "Karanganyar", "Kec. Dukuhturi"), new Choice("AskVillage:2", "Bukan itu")],
        });

        var open = await browser.GetStringAsync("/", Stop);
        await browser.SendAsync(new { text = "jawaban" });
        await host.AnswerAsync("jawaban", new OutgoingMessage { Text = "Baik." });
        var closed = await browser.GetStringAsync("/", Stop);

        Assert.Contains("name=\"choice\" value=\"1\"><b>1</b><span>Karanganyar <small>Kec. Dukuhturi</small></span>", open);
        Assert.DoesNotContain("1 Karanganyar", open);
        Assert.DoesNotContain("name=\"choice\"", closed);
        Assert.Contains("1 Karanganyar", closed);
    }

    [Fact]
    public async Task Nobody_sees_another_persons_talk()
    {
        using var mine = host.Browser();
        using var other = host.Browser();
        await mine.SendAsync(new { text = "rahasia saya sendiri" });

        Assert.Contains("rahasia saya sendiri", await mine.GetStringAsync("/", Stop));
        Assert.DoesNotContain("rahasia saya sendiri", await other.GetStringAsync("/", Stop));
    }

    [Fact]
    public async Task A_message_that_is_not_sent_yet_is_not_shown()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "belum dikirim" });
        await host.AnswerAsync("belum dikirim", new OutgoingMessage { Text = "masih di kotak keluar" }, OutboxStatus.Skipped);

        Assert.DoesNotContain("masih di kotak keluar", await browser.GetStringAsync("/", Stop));
    }

    [Fact]
    public async Task News_answers_204_until_something_is_new()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "kabar" });
        var cursor = (await browser.GetStringAsync("/", Stop)).Split("data-cursor=\"")[1].Split('"')[0];

        using var nothing = await browser.GetAsync($"/kabar?sejak={cursor}", Stop);
        await host.AnswerAsync("kabar", new OutgoingMessage { Text = "Ini kabarnya." });
        using var news = await browser.GetAsync($"/kabar?sejak={cursor}", Stop);

        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);
        Assert.Contains("Ini kabarnya.", await news.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Times_are_those_of_the_regency()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "jam berapa" });

        var html = await browser.GetStringAsync("/", Stop);

        Assert.Contains("Kamis, 12 November 2026", html);
        Assert.Contains("09.00 <span>sampai", html);
    }

    [Fact]
    public async Task Command_words_and_cut_labels_are_buttons_to_be_read_whole()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "kata perintah" });
        await host.AnswerAsync("kata perintah", new OutgoingMessage
        {
            Text = "Kirim foto.",
            Choices = [new Choice("AskNeed:1", "Surat keterangan tidak m", "Surat keterangan tidak mampu"), new Choice("LEWATI", "LEWATI")],
        });

        var html = await browser.GetStringAsync("/", Stop);

        Assert.Contains("<button class=\"answer alt\" name=\"text\" value=\"LEWATI\"><span>LEWATI</span></button>", html);
        Assert.Contains("<b>1</b><span>Surat keterangan tidak mampu</span>", html);
    }

    [Fact]
    public async Task A_notice_about_a_file_leaves_the_open_question_open()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "bahaya" });
        await host.AnswerAsync("bahaya", new OutgoingMessage { Text = "Ada bahaya?", Choices = [new Choice("AskDanger:1", "Ya"), new Choice("AskDanger:2", "Tidak")] });
        await host.AnswerAsync("bahaya", new OutgoingMessage { Text = "Foto tadi kurang jelas." }, textKey: Questions.AskDocuments_Unclear);

        var html = await browser.GetStringAsync("/", Stop);

        Assert.Contains("name=\"choice\" value=\"1\"><b>1</b><span>Ya</span>", html);
        Assert.Contains("Foto tadi kurang jelas.", html);
    }
}
