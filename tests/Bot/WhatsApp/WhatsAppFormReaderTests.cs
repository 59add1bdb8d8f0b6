using System.Globalization;
using System.Text;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;
using Puskesos.Tests.StandIns;

namespace Puskesos.Tests.Bot.WhatsApp;

/// <summary>Every kind of form, posted over HTTP with a signature, ends as its line in the table says: our own always, the shared pack where it lies beside the repository.</summary>
public sealed class WhatsAppFormReaderTests(WhatsAppFixture channel) : IClassFixture<WhatsAppFixture>
{
    private const string PackAccount = "AC00000000000000000000000000000001";

    public static TheoryData<string> Own => PayloadTable.Names("WhatsApp", "expected.tsv");

    public static TheoryData<string> Pack => PayloadTable.Names("WhatsApp", "pack.tsv");

    [Theory]
    [MemberData(nameof(Own))]
    public Task Our_payload_ends_as_the_table_says(string file)
    {
        var table = PayloadTable.Read("WhatsApp", "expected.tsv");

        return CheckAsync(table.Row(file), table.Payload(file + ".form"));
    }

    [Theory]
    [MemberData(nameof(Pack))]
    public Task A_payload_of_the_pack_ends_as_the_table_says(string file)
    {
        var folder = Path.Combine(SharedPack.Folder("payloads"), "twilio", "inbound");
        var form = File.ReadAllText(Path.Combine(folder, file + ".form")).TrimEnd('\n');

        // The pack's account is not the one that this bot is set up for; the field alone decides, the rest stays as it is.
        var ours = form.Replace($"AccountSid={PackAccount}", $"AccountSid={FakeTwilio.AccountSid}", StringComparison.Ordinal);
        return CheckAsync(PayloadTable.Read("WhatsApp", "pack.tsv").Row(file), Encoding.UTF8.GetBytes(ours));
    }

    private async Task CheckAsync(IReadOnlyDictionary<string, string> expected, byte[] form)
    {
        await channel.Host.ClearAsync();
        if (expected["row"] == "duplicate") await channel.PostAsync(form);

        var (status, body, type) = await channel.PostAsync(form);
        var rows = await channel.Host.InboxAsync();

        Assert.Equal(expected["status"], ((int)status).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(("<Response/>", "text/xml"), (body, type));
        Assert.Equal(expected["row"] == "ignored" ? 0 : 1, rows.Count);
        if (expected["row"] == "parked") Assert.True(rows[0] is { Parked: true, Message: null, ConversationId: null });
        if (expected["row"] is "parked" or "ignored") return;
        Assert.True(rows[0] is { Parked: false, ConversationId: not null });
        Assert.Empty(PayloadTable.Differences(expected, rows[0].Message!, Media));
        Assert.Equal(form, rows[0].RawBody);
    }

    private static string Media(IncomingMedia file) => $"{file.Kind}:{file.RemoteId}:{file.ContentType}";
}
