using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>A resident at the web chat: types, presses answers, sends photos, reads.</summary>
public sealed partial class WebResident(IPage page, StoryGround ground)
{
    /// <summary>Somebody reads and types this long between two messages.</summary>
    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(7);

    private const string IsAnswered =
        "before => { const talk = document.getElementById('percakapan'); return talk.dataset.cursor !== before && talk.dataset.waiting === '0'; }";

    /// <summary>Story time that passes between two looks at the page.</summary>
    private static readonly TimeSpan WhileWaiting = TimeSpan.FromMilliseconds(200);

    private static readonly LocatorAssertionsToContainTextOptions Soon = new() { Timeout = 20_000 };
    private static int photos;

    public IPage Page => page;

    private ILocator Talk => page.Locator("#percakapan");

    /// <summary>Types and sends each message, waiting for the answer.</summary>
    public async Task SayAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            ground.World.Clock.Advance(Thinks);
            var before = await Talk.GetAttributeAsync("data-cursor");
            await page.FillAsync("#tulis", message);
            await page.ClickAsync("#kirim button");
            await AnsweredAsync(before);
        }
    }

    /// <summary>Files a complaint from Jatibogor, with no paper at hand and no phone number.</summary>
    /// <param name="name">The resident's.</param>
    /// <param name="group">Number in the menu.</param>
    /// <param name="need">Number in the group.</param>
    /// <param name="story">What is wrong.</param>
    public async Task FileAsync(string name, int group, int need, string story)
    {
        await TellAsync(name, group, need, story);
        await PostAsync("1", "lewati");
        await page.ReloadAsync();
    }

    /// <summary>Tells a complaint from Jatibogor up to the summary. The form is sent as the page sends it, but the page is drawn only at the end: other stories watch it line by line.</summary>
    public async Task TellAsync(string name, int group, int need, string story)
    {
        await PostAsync("lapor", "1", "1", name, "jatibogor suradadi", "1", $"{group}", $"{need}", story, "selesai");
        await page.ReloadAsync();
    }

    private async Task PostAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            ground.World.Clock.Advance(Thinks);
            var form = page.Context.APIRequest.CreateFormData();
            form.Set("text", message);
            var before = await ground.World.Database.ScalarAsync("select coalesce(max(id), 0) from inbox_messages");
            var answer = await page.Context.APIRequest.PostAsync("/chat", new() { Form = form, MaxRedirects = 0 });
            Assert.Equal(303, answer.Status);
            // Lines that come faster than they are answered would be read as one: nobody types like that.
            await Eventually.TrueAsync(async () => await ground.World.Database.ScalarAsync("select count(*) from inbox_messages where id > $1 and processed_at is null", before!) is 0L, "the line is answered");
        }
    }

    /// <summary>Presses one of the offered answers.</summary>
    public async Task PressAsync(string answer)
    {
        ground.World.Clock.Advance(Thinks);
        var before = await Talk.GetAttributeAsync("data-cursor");
        await page.Locator(".answers button, .words button").Filter(new() { HasText = answer }).First.ClickAsync();
        await AnsweredAsync(before);
    }

    /// <summary>An impatient thumb.</summary>
    public async Task PressTwiceAsync(string answer)
    {
        ground.World.Clock.Advance(Thinks);
        var before = await Talk.GetAttributeAsync("data-cursor");
        await page.Locator(".answers button").Filter(new() { HasText = answer }).First.DblClickAsync();
        await AnsweredAsync(before);
    }

    /// <summary>Sends a sharp photo of some paper.</summary>
    public async Task PhotoAsync(string caption = "")
    {
        ground.World.Clock.Advance(Thinks);
        var before = await ground.World.Database.ScalarAsync("select coalesce(max(id), 0) from inbox_messages");
        var cursor = await Talk.GetAttributeAsync("data-cursor");
        await page.FillAsync("#tulis", caption);
        var picture = SamplePictures.Card(640, 400, seed: Interlocked.Increment(ref photos) + 1_000);
        await page.SetInputFilesAsync("#kirim input[type=file]", new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = picture });
        if (caption.Length > 0) await page.ClickAsync("#kirim button");
        await Eventually.TrueAsync(async () => await ground.World.Database.ScalarAsync("select count(*) from inbox_messages where id > $1", before!) is > 0L, "the photo arrives");
        // Photos that come together are one message, so the bot waits a moment; a busy machine may have to look at the file twice.
        ground.World.Clock.Advance(Inbox.AlbumQuiet);
        await Eventually.TrueAsync(
            async () =>
            {
                ground.World.Clock.Advance(WhileWaiting);
                return await page.EvaluateAsync<bool>(IsAnswered, cursor);
            },
            "the photo is answered");
    }

    /// <summary>Opens the page anew, as somebody does who takes the phone out of the pocket, and reads this.</summary>
    public async Task ReadsAsync(string words)
    {
        await page.ReloadAsync();
        await Assertions.Expect(Talk).ToContainTextAsync(words, Soon);
    }

    /// <summary>What the bot said last.</summary>
    public Task<string> LastAsync() => page.Locator(".says:not(.out)").Last.InnerTextAsync();

    /// <summary>The ticket that stands in the talk last.</summary>
    public async Task<string> TicketAsync() => TicketWord().Matches(await Talk.InnerTextAsync())[^1].Value;

    /// <summary>Everything that stands in the talk.</summary>
    public Task<string> AllAsync() => Talk.InnerTextAsync();

    private async Task AnsweredAsync(string? before)
    {
        await page.WaitForFunctionAsync(IsAnswered, before);
    }

    [GeneratedRegex(@"TGL-\d{4}-\d{4,}-\d")]
    private static partial Regex TicketWord();
}
