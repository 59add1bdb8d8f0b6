using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Texts;
using Puskesos.Core.Messaging;
using Puskesos.Core.Reminders;

namespace Puskesos.Tests.Admin;

/// <summary>Whatever becomes of a message or a reminder, the case says it, and why, in words.</summary>
public sealed class StateWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(OutboxStatus.Skipped, "undone", "dilewati, karena langkahnya diurungkan")]
    [InlineData(OutboxStatus.Skipped, "silent", "dilewati, karena tidak aman dihubungi")]
    [InlineData(OutboxStatus.Skipped, "stopped", "dilewati, karena kabar dihentikan warga")]
    [InlineData(OutboxStatus.Skipped, "unreachable", "dilewati, karena warga tidak bisa dihubungi di saluran ini")]
    [InlineData(OutboxStatus.Skipped, "blanked", "dilewati, karena isinya sudah dihapus")]
    [InlineData(OutboxStatus.Skipped, WaitingNews.DeliveredCode, "dilewati, karena kabarnya sudah terkirim langsung")]
    [InlineData(OutboxStatus.Failed, "63024", "gagal, karena nomor atau akun warga tidak aktif atau memblokir kami")]
    [InlineData(OutboxStatus.Failed, "403", "gagal, karena nomor atau akun warga tidak aktif atau memblokir kami")]
    [InlineData(OutboxStatus.Failed, "63049", "gagal, karena WhatsApp menolak mengirimnya ke warga ini")]
    [InlineData(OutboxStatus.Failed, "400:too-long", "gagal, karena isi pesannya ditolak saluran")]
    [InlineData(OutboxStatus.Failed, null, "gagal, karena saluran tidak berhasil mengirimnya setelah beberapa kali dicoba")]
    [InlineData(OutboxStatus.AwaitingWindow, "63016", "menunggu warga membalas BUKA")]
    [InlineData(OutboxStatus.Waiting, "quota", "menunggu kuota templat besok")]
    [InlineData(OutboxStatus.Waiting, "rate", "menunggu giliran saluran")]
    [InlineData(OutboxStatus.Waiting, SendingRules.QuietHoursCode, "menunggu jam tenang selesai")]
    public void An_outcome_is_told_with_its_reason(OutboxStatus status, string? code, string words)
    {
        var message = new OutboxMessage { TextKey = "x", Status = status, ErrorCode = code, NotBefore = Now.AddHours(9) };

        Assert.Equal(words, StateWords.Of(message, Now));
    }

    [Fact]
    public void Every_outcome_of_a_reminder_but_a_plain_one_has_its_words() =>
        Assert.All(Enum.GetValues<ReminderOutcome>().Where(outcome => outcome != ReminderOutcome.Sent), outcome => Assert.True(AdminWords.Has($"Reminder_{outcome}"), $"{outcome}"));

    [Theory]
    [InlineData("secret")]
    [InlineData("no_chat")]
    [InlineData("silent")]
    [InlineData("stopped")]
    public void News_that_was_not_written_says_why(string reason) => Assert.StartsWith("warga tidak dikabari: ", AdminWords.T($"Skipped_{reason}"), StringComparison.Ordinal);
}
