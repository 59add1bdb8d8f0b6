using System.Net;

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Bot.WebChat;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Bot.WebChat;

public sealed class ChatPostTests(ChatHost host) : IClassFixture<ChatHost>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private async Task<IncomingMessage> LastAsync() => (await host.ReceivedAsync())[^1];

    [Fact]
    public async Task A_text_is_stored_and_the_page_shown_at_its_end()
    {
        using var browser = host.Browser();

        using var answer = await browser.SendAsync(new { text = "  kis ibu saya\r\nmati  " });
        var message = await LastAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/#akhir", answer.Headers.Location!.OriginalString);
        Assert.Equal((Channel.WebChat, IncomingKind.Text, "kis ibu saya\nmati"), (message.Channel, message.Kind, message.Text));
    }

    [Fact]
    public async Task A_pressed_number_is_the_answer_it_stood_for()
    {
        using var browser = host.Browser();
        await browser.SendAsync(new { text = "mulai pilih" });
        await host.AnswerAsync("mulai pilih", new OutgoingMessage { Text = "Siapa?", Choices = [new Choice("AskForWhom:1", "Saya sendiri"), new Choice("AskForWhom:2", "Keluarga")] });
        var page = await browser.GetStringAsync("/", Stop);
        var prompt = page.Split("name=\"prompt\" value=\"")[1].Split('"')[0];

        await browser.SendAsync(new { choice = "2", prompt });
        var pressed = await LastAsync();
        await host.AnswerAsync("Keluarga", new OutgoingMessage { Text = "Lain?", Choices = [new Choice("AskNeed:1", "Satu"), new Choice("AskNeed:2", "Dua")] });
        await browser.SendAsync(new { choice = "1", prompt });
        var old = await LastAsync();

        Assert.Equal((IncomingKind.Choice, "AskForWhom:2", "Keluarga"), (pressed.Kind, pressed.ChoiceId, pressed.Text));
        Assert.Equal("AskForWhom:1", old.ChoiceId);
    }

    [Fact]
    public async Task A_choice_without_a_question_stays_as_it_was_posted()
    {
        using var browser = host.Browser();

        await browser.SendAsync(new { choice = "7" });
        var message = await LastAsync();

        Assert.Equal((IncomingKind.Choice, "7"), (message.Kind, message.ChoiceId));
    }

    [Fact]
    public async Task A_double_tap_counts_once_and_other_words_count()
    {
        using var browser = host.Browser();
        await browser.GetStringAsync("/", Stop);
        var before = (await host.ReceivedAsync()).Count;
        const string token = "0123456789abcdef0123456789abcdef";

        await browser.SendAsync(new { text = "ya", token });
        await browser.SendAsync(new { text = "ya", token });
        await browser.SendAsync(new { text = "tidak", token });
        await browser.SendAsync(new { text = "ya" });
        await browser.SendAsync(new { text = "ya" });

        Assert.Equal(before + 4, (await host.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task The_same_mark_of_two_persons_is_two_messages()
    {
        using var one = host.Browser();
        using var two = host.Browser();
        var before = (await host.ReceivedAsync()).Count;

        await one.SendAsync(new { text = "sama", token = "ffffffffffffffffffffffffffffffff" });
        await two.SendAsync(new { text = "sama", token = "ffffffffffffffffffffffffffffffff" });

        Assert.Equal(before + 2, (await host.ReceivedAsync()).Count);
    }

    [Theory]
    [InlineData("-6.87", "109.14", true)]
    [InlineData("91", "0", false)]
    [InlineData("NaN", "109", false)]
    [InlineData("1e999", "109", false)]
    [InlineData("-6,87", "109,14", false)]
    public async Task A_location_is_taken_when_it_is_on_the_earth(string latitude, string longitude, bool taken)
    {
        using var browser = host.Browser();

        using var answer = await browser.SendAsync(new { latitude, longitude, text = "di sini" });
        var message = await LastAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(taken ? IncomingKind.Location : IncomingKind.Text, message.Kind);
        Assert.Equal(taken ? new GeoPoint(-6.87, 109.14) : null, message.Location);
    }

    [Fact]
    public async Task Files_wait_sealed_and_are_handed_over_whole()
    {
        using var browser = host.Browser();
        var content = new byte[300_000];
        Random.Shared.NextBytes(content);
        content[0] = 0xFF;
        "RAHASIA-KTP"u8.CopyTo(content.AsSpan(1000));

        await browser.SendFilesAsync("ktp ibu", ("../../etc/ktp.jpg", "image/jpeg", content), ("kk.pdf", "application/pdf", [.. "%PDF-1.4"u8]));
        var message = await LastAsync();
        var fetcher = host.Services.GetServices<IMediaFetcher>().Single(fetcher => fetcher.Channel == Channel.WebChat);
        using var fetched = new MemoryStream();
        var result = await fetcher.FetchAsync(message.Media[0], fetched, Stop);

        Assert.Equal((IncomingKind.Media, "ktp ibu", 2), (message.Kind, message.Text, message.Media.Count));
        Assert.Equal((MediaKind.Photo, MediaKind.File, 300_000L), (message.Media[0].Kind, message.Media[1].Kind, message.Media[0].Size));
        Assert.Equal(MediaFetchResult.Fetched, result);
        Assert.Equal(content, fetched.ToArray());
        foreach (var file in Directory.GetFiles(host.StagedFolder))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, Stop)).AsSpan().IndexOf("RAHASIA-KTP"u8));

        await fetcher.ForgetAsync(message.Media[0], Stop);
        Assert.Equal(MediaFetchResult.Gone, await fetcher.FetchAsync(message.Media[0], fetched, Stop));
    }

    [Fact]
    public async Task A_file_that_is_too_big_is_said_and_the_rest_kept()
    {
        using var browser = host.Browser();

        using var answer = await browser.SendFilesAsync("besar", ("besar.mp4", "video/mp4", new byte[WebChatLimits.LargestFile + 1]), ("kecil.jpg", "image/jpeg", [1, 2, 3]));
        var message = await LastAsync();
        var fetcher = host.Services.GetServices<IMediaFetcher>().Single();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(MediaFetchResult.TooBig, await fetcher.FetchAsync(message.Media[0], Stream.Null, Stop));
        Assert.Equal(MediaFetchResult.Fetched, await fetcher.FetchAsync(message.Media[1], Stream.Null, Stop));
    }

    [Fact]
    public async Task More_than_ten_files_are_said()
    {
        using var browser = host.Browser();
        var files = Enumerable.Range(0, WebChatLimits.MostFiles + 2).Select(number => ($"{number}.jpg", "image/jpeg", new byte[] { 1 })).ToArray();

        using var answer = await browser.SendFilesAsync("", files);
        var page = await browser.GetStringAsync(answer.Headers.Location, Stop);

        Assert.Equal(WebChatLimits.MostFiles, (await LastAsync()).Media.Count);
        Assert.Contains("paling banyak 10 berkas", page);
    }

    [Fact]
    public async Task An_empty_form_stores_nothing_and_says_so()
    {
        using var browser = host.Browser();
        var before = (await host.ReceivedAsync()).Count;

        using var answer = await browser.SendAsync(new { text = " \n\t\0 " });

        Assert.Contains("Belum ada yang ditulis", await browser.GetStringAsync(answer.Headers.Location, Stop));
        Assert.Equal(before, (await host.ReceivedAsync()).Count);
    }

    [Theory]
    [InlineData("application/json", "{\"text\":\"x\"}", 400)]
    [InlineData("multipart/form-data", "x", 400)]
    [InlineData("multipart/form-data; boundary=b", "no boundary here", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\ncut off", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nnonsense\r\n\r\nx\r\n--b--\r\n", 400)]
    [InlineData("text/plain;;;", "x", 400)]
    [InlineData(null, "", 400)]
    public async Task A_broken_form_is_refused_kindly(string? type, string body, int status)
    {
        using var browser = host.Browser();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await browser.PostAsync("/chat", content, Stop);
        using var next = await browser.SendAsync(new { text = "masih bisa" });

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("tidak terbaca", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.SeeOther, next.StatusCode);
    }

    [Fact]
    public async Task A_text_beyond_all_measure_is_refused_kindly()
    {
        using var browser = host.Browser();

        using var longest = await browser.SendAsync(new { text = new string('a', WebChatLimits.LongestText) });
        using var plain = await browser.SendAsync(new { text = new string('a', 4 * 1024 * 1024) });
        using var parts = await browser.SendFilesAsync(new string('a', 4 * 1024 * 1024), ("a.jpg", "image/jpeg", [1]));

        Assert.Equal(HttpStatusCode.SeeOther, longest.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, plain.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, parts.StatusCode);
        Assert.Contains("terlalu panjang", await parts.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Another_sites_form_is_refused_and_gets_no_cookie()
    {
        using var browser = host.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent([new("text", "x")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var older = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent([new("text", "x")]) };
        older.Headers.Add("Origin", "https://lain.example");

        using var refused = await browser.SendAsync(request, Stop);
        using var refusedToo = await browser.SendAsync(older, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refusedToo.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_made_up_cookie_is_replaced()
    {
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{ChatPerson.Cookie}=admin");

        using var answer = await browser.SendAsync(new { text = "siapa saya" });

        Assert.True(answer.Headers.Contains("Set-Cookie"));
        Assert.NotEqual("admin", (await LastAsync()).Address);
    }

    [Fact]
    public async Task A_loop_is_slowed_and_its_words_are_kept_in_the_form()
    {
        using var browser = host.Browser();
        await browser.GetStringAsync("/", Stop);
        var answers = await Task.WhenAll(Enumerable.Range(0, WebChatLimits.PersonMessages + 10).Select(number => browser.SendAsync(new { text = $"pesan {number}" })));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();

        Assert.NotEmpty(refused);
        Assert.Contains("<textarea id=\"lagi\" name=\"text\">pesan ", await refused[0].Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task The_script_gets_the_new_part_at_once()
    {
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add(ChatRoutes.ScriptHeader, "1");

        using var answer = await browser.SendAsync(new { text = "lewat skrip" });
        var html = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("<div id=\"percakapan\"", html);
        Assert.Contains("lewat skrip", html);
    }

    [Fact]
    public async Task While_the_database_is_away_the_words_stay_in_the_form()
    {
        await using var away = await ChatHost.WithoutDatabaseAsync();
        using var browser = away.Browser();

        using var page = await browser.GetAsync("/", Stop);
        using var answer = await browser.SendAsync(new { text = "tolong <cepat>", token = "0123456789abcdef0123456789abcdef" });
        using var files = await browser.SendFilesAsync("", ("ktp.jpg", "image/jpeg", [1, 2, 3]));
        var html = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, files.StatusCode);
        Assert.Contains("tolong &lt;cepat&gt;</textarea>", html);
        Assert.Contains("value=\"0123456789abcdef0123456789abcdef\"", html);
        Assert.Empty(Directory.GetFiles(away.StagedFolder));
    }
}
