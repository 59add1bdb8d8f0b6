using Puskesos.Bot.Telegram;
using Puskesos.Core.Messaging;
using Telegram.Bot.Types.ReplyMarkups;

namespace Puskesos.Tests.Bot.Telegram;

public sealed class TelegramKeyboardTests
{
    [Theory]
    [InlineData("Ya|Tidak", "Ya Tidak")]
    [InlineData("1|2|3|4", "1 2 3|4")]
    [InlineData("LEWATI|SELESAI", "LEWATI SELESAI")]
    [InlineData("Saya sendiri|Keluarga serumah|Orang lain", "Saya sendiri Keluarga serumah|Orang lain")]
    [InlineData("Lansia/anak/disabilitas|DARURAT & kekerasan", "Lansia/anak/disabilitas|DARURAT & kekerasan")]
    public void Short_answers_share_a_row(string labels, string rows)
    {
        var choices = labels.Split('|').Select((label, at) => new Choice($"AskForWhom:{at + 1}", label)).ToList();

        var keyboard = Assert.IsType<ReplyKeyboardMarkup>(TelegramKeyboard.For(new OutgoingMessage { Text = "x", Choices = choices }));

        Assert.Equal(rows, string.Join('|', keyboard.Keyboard.Select(row => string.Join(' ', row.Select(button => button.Text)))));
        Assert.True(keyboard is { ResizeKeyboard: true, OneTimeKeyboard: true });
    }

    [Fact]
    public void Place_and_number_are_asked_by_their_own_buttons()
    {
        var message = new OutgoingMessage { Text = "x", LocationLabel = "Kirim lokasi saya", ContactLabel = "Kirim nomor saya", Choices = [new("AskPhone:1", "LEWATI")], RemovesKeyboard = true };

        var buttons = Assert.IsType<ReplyKeyboardMarkup>(TelegramKeyboard.For(message)).Keyboard.SelectMany(row => row).ToList();

        Assert.Equal([(true, false), (false, true), (false, false)], buttons.Select(button => (button.RequestLocation, button.RequestContact)));
    }

    [Fact]
    public void An_officers_orders_stay_under_their_notice()
    {
        var keyboard = Assert.IsType<InlineKeyboardMarkup>(TelegramKeyboard.For(new OutgoingMessage { Text = "x", Orders = ["TANYA 0050-2", "SELESAI 0050-2"] }));

        Assert.Equal(
            [("TANYA 0050-2", "TANYA 0050-2"), ("SELESAI 0050-2", "SELESAI 0050-2")],
            Assert.Single(keyboard.InlineKeyboard).Select(button => (button.Text, button.CallbackData!)));
    }

    [Fact]
    public void The_keyboard_goes_when_nothing_waits()
    {
        Assert.IsType<ReplyKeyboardRemove>(TelegramKeyboard.For(new OutgoingMessage { Text = "x", RemovesKeyboard = true }));
        Assert.Null(TelegramKeyboard.For(new OutgoingMessage { Text = "x" }));
    }
}
