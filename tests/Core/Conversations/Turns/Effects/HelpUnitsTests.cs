using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Conversations.Turns.Effects;

/// <summary>BANTU in the middle of a complaint: who may take the chat over, and with it reads what was said.</summary>
public sealed class HelpUnitsTests
{
    private const string Who = "123456789";

    /// <summary>Up to the question about proofs; the need is confirmed by the seventh line, guessed from the first.</summary>
    private static readonly string[] Pungli = ["bantuan saya dipotong pak kades 200rb katanya buat administrasi", "1", "1", "Mistun", "jatibogor suradadi", "ya", "1"];

    [Theory]
    [InlineData(7)]
    [InlineData(6)]
    [InlineData(3)]
    public async Task Money_taken_from_aid_calls_nobody_in_the_village(int lines)
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, [.. Pungli.Take(lines), "bantu"]);

        Assert.Equal("DINSOS-33.28", await world.Database.ScalarAsync("select help_unit_code from conversations"));
    }

    [Fact]
    public async Task After_the_ticket_the_office_that_has_it_is_called()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, [.. Pungli, "lewati", "1", "lewati", "bantu"]);

        Assert.Equal(1L, await world.Database.CountAsync("cases"));
        Assert.Equal("DINSOS-33.28", await world.Database.ScalarAsync("select help_unit_code from conversations"));
    }

    [Fact]
    public async Task An_ordinary_complaint_calls_the_villages_own_desk()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, ["kartu kis ibu saya mati mau dipakai berobat", "1", "1", "Mistun", "jatibogor suradadi", "ya", "bantu"]);

        Assert.Equal("PKS-33.28.16.2007", await world.Database.ScalarAsync("select help_unit_code from conversations"));
    }

    private static async Task SayAsync(TalkWorld world, IEnumerable<string> lines)
    {
        foreach (var line in lines) await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Who));
    }
}
