using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Officers;

/// <summary>What an officer can order right under a notice: take, ask, finish, by a button or by the same word typed. The ticket's number is all that stands in it.</summary>
public static class NoticeOrders
{
    public const string Take = "AMBIL";
    public const string Ask = "TANYA";
    public const string Finish = "SELESAI";
    public const string Undo = "BATAL";
    public const string Ready = "SIAP";

    /// <summary>What fits each notice: one that nobody has begun is taken, one's own is asked about or finished.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        [OfficerMessages.CaseNew_ToOfficer] = [Take],
        [OfficerMessages.CaseNotOpened_ToOfficer] = [Take],
        [OfficerMessages.CaseReopened_ToOfficer] = [Take],
        [OfficerMessages.CaseMoved_ToOfficer] = [Take],
        [OfficerMessages.CaseUnitClosed_ToOfficer] = [Take],
        [OfficerMessages.CasePushed_ToTksk] = [Take],
        [OfficerMessages.CaseLate_ToOfficer] = [Take],
        [OfficerMessages.CaseDue_ToOfficer] = [Ask, Finish],
        [OfficerMessages.ResidentReplied_ToOfficer] = [Ask, Finish],
        [OfficerMessages.DocumentsArrived_ToOfficer] = [Ask, Finish],
        [OfficerMessages.TakeCase_Done] = [Ask, Finish],
        [OfficerMessages.FinishCase_Done] = [Undo],
    };

    /// <summary>The orders under a notice about this ticket; none where the page is needed.</summary>
    public static IReadOnlyList<string> For(string textKey, string ticket) =>
        Words.TryGetValue(textKey, out var words) ? [.. words.Select(word => $"{word} {ShortOf(ticket)}")] : [];

    /// <summary>The message with its orders; a channel without lasting buttons gets them as a last line, which an approved template cannot have.</summary>
    public static OutgoingMessage Under(OutgoingMessage message, IReadOnlyList<string> orders, Channel channel, TextCatalog texts)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(texts);
        if (orders.Count == 0) return message;
        return channel == Channel.Telegram
            ? message with { Orders = orders }
            : message with { Text = $"{message.Text}\n{texts.Fill(OfficerMessages.Orders_Line, TextCatalog.Indonesian, ("orders", string.Join(" · ", orders)))}" };
    }

    /// <summary>"0050-2" of "TGL-2611-0050-2": what the officer types.</summary>
    private static string ShortOf(string ticket) => ticket[(ticket.IndexOf('-', ticket.IndexOf('-', StringComparison.Ordinal) + 1) + 1)..];
}
