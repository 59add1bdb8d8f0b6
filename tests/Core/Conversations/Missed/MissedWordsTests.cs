using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Conversations.Missed;

public sealed class MissedWordsTests
{
    private const string Who = "123456789";

    private static readonly string[] UntilNeed = ["menu", "1", "1", "1", "Sarinah", "Jatibogor, Suradadi", "1"];

    [Fact]
    public async Task Words_are_kept_without_names_and_numbers_and_counted()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, [.. UntilNeed, "mbrebes Sarinah pak Darmaji", "Mbrebes sarinah pak darmaji"]);

        Assert.Equal("mbrebes (nama) pak (nama)", await world.Database.ScalarAsync("select words from missed_messages"));
        Assert.Equal((2, "AskNeedGroup", "33.28"), (
            await world.Database.ScalarAsync("select times from missed_messages"), await world.Database.ScalarAsync("select step from missed_messages"), await world.Database.ScalarAsync("select regency_code from missed_messages")));
    }

    [Fact]
    public async Task Nothing_is_kept_before_consent_of_names_of_places_and_of_danger()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, "menu", "mbrebes mili", "1", "mbrebes mili", "1", "mbrebes mili", "1", "???", "Sarinah", "mbrebes mili", "Jatibogor, Suradadi", "1", "suami saya mukul saya mbrebes mili");

        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from missed_messages"));
    }

    [Fact]
    public async Task A_story_whose_need_was_chosen_from_the_menu_is_kept_with_that_need()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, [.. UntilNeed, "5", "1", "mbrebes mili kanggo sawahe Darmaji", "SELESAI", "1"]);

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from cases"));
        Assert.Equal("SKTM", await world.Database.ScalarAsync("select chosen_category from missed_messages where words like 'mbrebes mili%' and words not ilike '%darmaji%'"));
    }

    [Fact]
    public async Task Leaving_is_counted_by_question_and_day()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, "menu", "1", "2");
        await SayAsync(world, [.. UntilNeed, "BATAL", "1"]);

        Assert.Equal(1, await world.Database.ScalarAsync("select times from talk_leavings where step = 'AskConsent' and kind = 3 and day = '2026-11-01'"));
        Assert.Equal(1, await world.Database.ScalarAsync("select times from talk_leavings where step = 'AskNeedGroup' and kind = 2"));
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from talk_leavings"));
    }

    private static async Task SayAsync(TalkWorld world, params string[] lines)
    {
        foreach (var line in lines) await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Who));
    }
}
