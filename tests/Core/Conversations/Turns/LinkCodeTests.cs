using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Conversations.Turns;

public sealed class LinkCodeTests
{
    private const string Address = "700000203";

    [Fact]
    public async Task A_code_that_happens_to_spell_a_danger_links_the_chat()
    {
        const string Code = "KDRT2222";
        await using var world = await TalkWorld.CreateAsync();
        await new JourneyOfficers(world).CodeAsync("Rini", "PKS-33.28.16.2007");
        await using (var scope = world.Services.CreateAsyncScope())
        {
            var index = world.Services.GetRequiredService<FieldCipher>().Index(OfficerLinking.Purpose, Code);
            await scope.ServiceProvider.GetRequiredService<BotDbContext>().LinkCodes.ExecuteUpdateAsync(set => set.SetProperty(row => row.CodeIndex, index), TestContext.Current.CancellationToken);
        }

        foreach (var line in new[] { "tugas", Code }) await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Address));

        Assert.Equal(Step.Greet, (await world.TalkAsync(Channel.Telegram, Address))!.Step);
        Assert.StartsWith("HP ini tersambung dengan Rini", world.Senders.Single(sender => sender.Channel == Channel.Telegram).Sent[^1].Message.Text, StringComparison.Ordinal);
    }
}
