using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Conversations.Reading;

/// <summary>On Telegram people correct a message after sending it: the answer changes with it, once.</summary>
public sealed class EditedAnswersTests
{
    private const string Resident = "700100";

    [Fact]
    public async Task Corrected_name_and_story_stand_in_the_summary_and_in_the_case()
    {
        await using var world = await AtStoryAsync();
        await SayAsync(world, "41", "desil saya naik trus bantuan berhenti");
        await SayAsync(world, "42", "selesai");
        Assert.Contains("Cerita: desil saya naik trus bantuan berhenti", Last(world), StringComparison.Ordinal);

        await EditAsync(world, "20", "Wasriah");
        await EditAsync(world, "41", "desil saya naik jadi 7, bantuan berhenti");

        Assert.Contains("Nama: Wasriah", Last(world), StringComparison.Ordinal);
        Assert.Contains("Cerita: desil saya naik jadi 7, bantuan berhenti\n", Last(world), StringComparison.Ordinal);
        await SayAsync(world, "43", "1");
        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        Assert.Equal("Wasriah", (await storage.Residents.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task Corrected_number_or_old_message_is_no_story()
    {
        await using var world = await AtStoryAsync();
        await SayAsync(world, "41", "desil saya naik trus bantuan berhenti");
        await EditAsync(world, "39", "2");
        await EditAsync(world, "41", "desil saya naik trus bantuan berhenti");
        await SayAsync(world, "42", "selesai");

        Assert.Contains("Cerita: desil saya naik trus bantuan berhenti\n", Last(world), StringComparison.Ordinal);
    }

    private static async Task<TalkWorld> AtStoryAsync()
    {
        var world = await TalkWorld.CreateAsync();
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 12, 3, 0, 0, TimeSpan.Zero));
        string[] words = ["lapor", "1", "1", "Wasri", "jatibogor suradadi", "ya", "3", "1"];
        string[] ids = ["17", "18", "19", "20", "21", "22", "39", "40"];
        foreach (var (id, text) in ids.Zip(words)) await SayAsync(world, id, text);
        return world;
    }

    private static Task SayAsync(TalkWorld world, string id, string text) => world.ReceiveAsync([Plain(text) with { MessageId = id }]);

    private static Task EditAsync(TalkWorld world, string id, string text) => world.ReceiveAsync([Plain(text) with { Kind = IncomingKind.Edit, ReplyToId = id }]);

    private static IncomingMessage Plain(string text) => new() { Channel = Channel.Telegram, ExternalId = "", Address = Resident, Kind = IncomingKind.Text, Text = text };

    private static string Last(TalkWorld world) => world.Senders.Single(sender => sender.Channel == Channel.Telegram).Sent[^1].Message.Text;
}
