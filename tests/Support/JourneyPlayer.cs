using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Conversations;
using Puskesos.Core.Conversations.Abandoned;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Support;

/// <summary>Plays a transcript: what the person writes goes in, what the bot writes must be what stands there.</summary>
public sealed partial class JourneyPlayer(TalkWorld world)
{
    private readonly Dictionary<string, string> codes = [];
    private readonly Dictionary<(Channel, string), int> read = [];
    private readonly Dictionary<string, (Channel, string)> chats = [];
    private Journey journey = null!;
    private (Channel Channel, string Address) chat;
    private int at;
    private bool isBeginning;

    public async Task PlayAsync(Journey played)
    {
        journey = played;
        for (at = 0; at < journey.Beats.Count; at++)
        {
            var beat = journey.Beats[at];
            switch (beat.Kind)
            {
                case '@':
                    if (beat.Text.StartsWith("variant", StringComparison.Ordinal) || beat.Text.StartsWith("other", StringComparison.Ordinal) || beat.Text.StartsWith("another", StringComparison.Ordinal)) return;
                    await SceneAsync(beat.Text);
                    break;
                case '>':
                    await WriteAsync();
                    break;
                case '<':
                    Heard(beat.Text);
                    break;
                case '[':
                    ButtonsAre(beat.Raw);
                    break;
                case '=':
                    await StandsAtAsync(beat.Text);
                    break;
            }
        }
    }

    private async Task SceneAsync(string text)
    {
        if (Journey.Moment(text) is { } moment)
        {
            if (moment > world.Clock.GetUtcNow()) world.Clock.SetUtcNow(moment);
            if (text.IndexOf('|') is var bar and > 0) Enter(text[(bar + 1)..]);
            await world.Services.GetRequiredService<AbandonedTalkJob>().RunAsync(default);
            await world.PumpAsync();
            return;
        }

        if (text.StartsWith("chat:", StringComparison.Ordinal))
        {
            var who = text[5..].Trim();
            if (who == "resident") chat = chats["resident"];
            else if (AddressIn().IsMatch(who)) Enter(who);
            else chat = chats[who];
            return;
        }

        if (text.StartsWith("so far:", StringComparison.Ordinal))
        {
            await new JourneyPreparation(world, journey, at, chat).PrepareAsync(text[7..]);
            read[chat] = (await world.TalkAsync(chat.Channel, chat.Address))?.Step == Step.Greet ? SentHere().Count : Math.Max(0, SentHere().Count - 1);
            isBeginning = true;
            return;
        }

        if (text.StartsWith("filed:", StringComparison.Ordinal))
        {
            var here = chat;
            Enter(text);
            await new JourneyPreparation(world, journey, at, chat).PrepareAsync(text);
            if (FiledCode().Match(text) is { Success: true } wanted)
                codes[wanted.Groups[1].Value] = SentHere().Select(delivery => Code().Match(delivery.Message.Text)).Last(found => found.Success).Groups[1].Value;
            chat = here;
            return;
        }

        if (text.StartsWith("officer ", StringComparison.Ordinal))
        {
            await new JourneyOfficers(world).ActAsync(text, chat);
            return;
        }

        if (LinkCode().Match(text) is { Success: true } link)
        {
            codes[link.Groups[1].Value] = await new JourneyOfficers(world).CodeAsync(link.Groups[2].Value, link.Groups[3].Value);
            return;
        }

        Assert.Fail($"{journey.Name}: this scene is not understood: {text}");
    }

    private void Enter(string text)
    {
        var address = AddressIn().Match(text);
        if (!address.Success) return;
        var digits = new string([.. address.Value.Where(char.IsAsciiDigit)]);
        chat = text.Contains("Telegram", StringComparison.Ordinal) ? (Channel.Telegram, digits)
            : text.Contains("web chat", StringComparison.Ordinal) ? (Channel.WebChat, digits)
            : (Channel.WhatsApp, $"whatsapp:+{digits}");
        chats.TryAdd("resident", chat);
    }

    private async Task WriteAsync()
    {
        var lines = new List<string>();
        for (; at < journey.Beats.Count && journey.Beats[at].Kind == '>'; at++) lines.Add(journey.Beats[at].Text);
        at--;
        await JourneyTickets.ExpectAsync(world, journey, at);
        await world.ReceiveAsync(lines.SelectMany(line => JourneyMessages.Of(codes.Aggregate(line, (text, code) => text.Replace(code.Key, code.Value, StringComparison.Ordinal)), chat.Channel, chat.Address)));
    }

    private void Heard(string expected)
    {
        var here = SentHere();
        var from = read.GetValueOrDefault(chat);
        Assert.True(here.Count > from, $"{journey.Name}: nothing was said where this was expected:\n{expected}");
        var said = string.Join("\n\n", here.Skip(from).Select(delivery => delivery.Message.Text));
        if (Code().Match(expected) is { Success: true } wanted && Code().Match(said) is { Success: true } given)
        {
            codes[wanted.Groups[1].Value] = given.Groups[1].Value;
            said = said.Replace(given.Value, wanted.Value, StringComparison.Ordinal);
        }

        // What a talk is brought to may end in the question that the transcript begins with.
        if (isBeginning && said.EndsWith(expected, StringComparison.Ordinal)) said = expected;
        isBeginning = false;
        Assert.Equal($"{journey.Name}:\n{expected}", $"{journey.Name}:\n{said}");
        read[chat] = here.Count;
    }

    private void ButtonsAre(string line)
    {
        var message = SentHere()[^1].Message;
        var labels = message.Choices.Select(choice => choice.Label).ToList();
        if (message.LocationLabel is { } location) labels.Insert(0, location);
        if (message.ContactLabel is { } contact) labels.Insert(0, contact);
        Assert.Equal(line, string.Join(' ', labels.Select(label => $"[{label}]")));
    }

    private async Task StandsAtAsync(string step)
    {
        var talk = await world.TalkAsync(chat.Channel, chat.Address);
        if (step.StartsWith("held", StringComparison.Ordinal)) Assert.True(talk!.HeldBy is not null || talk.HeldCaseId is not null, $"{journey.Name}: a human should have the chat");
        else Assert.Equal(step.Split(' ')[0], (talk?.Step ?? Step.Greet).ToString());
        Assert.True(SentHere().Count == read.GetValueOrDefault(chat), $"{journey.Name}: more was said than stands there: {SentHere()[^1].Message.Text}");
    }

    private List<Delivery> SentHere() =>
        [.. world.Senders.Single(sender => sender.Channel == chat.Channel).Sent.Where(delivery => delivery.Address == chat.Address)];

    [GeneratedRegex(@"\+62[ 0-9-]+\d|\b7\d{8}\b")]
    private static partial Regex AddressIn();

    [GeneratedRegex(@"^code (\w{8}) on the page of (\w+) of (\S+)$")]
    private static partial Regex LinkCode();

    [GeneratedRegex(@"kode (\d{4})")]
    private static partial Regex FiledCode();

    [GeneratedRegex(@"Kode cek: \*(\d{4})\*")]
    private static partial Regex Code();
}
