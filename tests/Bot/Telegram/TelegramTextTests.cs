using Puskesos.Bot.Telegram;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramTextTests
{
    [Theory]
    [InlineData("Tiket *TGL-2611-0042-7* diterima.", "Tiket TGL-2611-0042-7 diterima.", "Tiket <b>TGL-2611-0042-7</b> diterima.")]
    [InlineData("*Puskesos A & B* <satu>", "Puskesos A & B <satu>", "<b>Puskesos A &amp; B</b> &lt;satu&gt;")]
    [InlineData("*a* dan *b*", "a dan b", "<b>a</b> dan <b>b</b>")]
    [InlineData("(*119*)", "(119)", "(<b>119</b>)")]
    [InlineData("3*4*5 = 60", "3*4*5 = 60", null)]
    [InlineData("satu * dua * tiga", "satu * dua * tiga", null)]
    [InlineData("*tidak\ntutup*", "*tidak\ntutup*", null)]
    [InlineData("** kosong **", "** kosong **", null)]
    [InlineData("tanpa & < > tanda", "tanpa & < > tanda", null)]
    public void Our_stars_become_bold(string text, string plain, string? html)
    {
        var part = Assert.Single(TelegramText.Parts(new OutgoingMessage { Text = text }));

        Assert.Equal((plain, html), (part.Plain, part.Html));
    }

    [Fact]
    public void A_persons_stars_and_brackets_stay_as_written()
    {
        const string told = "*penting* <b>";
        var text = $"Tiket *1-2*. Cerita: {told} *x*";
        var message = new OutgoingMessage { Text = text, PersonTexts = [new PersonText(text.IndexOf(told, StringComparison.Ordinal), told.Length)] };

        var part = Assert.Single(TelegramText.Parts(message));

        Assert.Equal("Tiket <b>1-2</b>. Cerita: *penting* &lt;b&gt; <b>x</b>", part.Html);
        Assert.Equal("Tiket 1-2. Cerita: *penting* <b> x", part.Plain);
    }

    [Fact]
    public void A_star_of_a_person_never_closes_ours()
    {
        const string text = "*Cerita: a* b* c";
        var message = new OutgoingMessage { Text = text, PersonTexts = [new PersonText(9, 5)] };

        Assert.Equal(text, Assert.Single(TelegramText.Parts(message)).Plain);
    }

    [Fact]
    public void Bold_survives_the_cut_between_two_messages()
    {
        var text = $"*{new string('a', 3000)} {new string('b', 3000)}*";

        var parts = TelegramText.Parts(new OutgoingMessage { Text = text });

        Assert.Equal([$"<b>{new string('a', 3000)}</b>", $"<b>{new string('b', 3000)}</b>"], parts.Select(part => part.Html));
    }
}
