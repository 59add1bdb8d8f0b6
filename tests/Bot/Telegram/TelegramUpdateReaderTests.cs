using System.Globalization;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.StandIns;

namespace Puskesos.Tests.Bot.Telegram;

/// <summary>Every kind of update, posted over HTTP, ends as its line in the table says: our own always, the shared pack where it lies beside the repository.</summary>
public sealed class TelegramUpdateReaderTests(TelegramFixture channel) : IClassFixture<TelegramFixture>
{
    public static TheoryData<string> Own => PayloadTable.Names("Telegram", "expected.tsv");

    public static TheoryData<string> Pack => PayloadTable.Names("Telegram", "pack.tsv");

    [Theory]
    [MemberData(nameof(Own))]
    public Task Our_payload_ends_as_the_table_says(string file)
    {
        var table = PayloadTable.Read("Telegram", "expected.tsv");

        return CheckAsync(table.Row(file), table.Payload(file + ".json"));
    }

    [Theory]
    [MemberData(nameof(Pack))]
    public Task A_payload_of_the_pack_ends_as_the_table_says(string file)
    {
        var folder = Path.Combine(SharedPack.Folder("payloads"), "telegram", "updates");

        return CheckAsync(PayloadTable.Read("Telegram", "pack.tsv").Row(file), File.ReadAllBytes(Path.Combine(folder, file + ".json")));
    }

    private async Task CheckAsync(IReadOnlyDictionary<string, string> expected, byte[] payload)
    {
        await channel.Host.ClearAsync();
        if (expected["row"] == "duplicate") (await channel.PostAsync(payload)).Dispose();

        using var answer = await channel.PostAsync(payload);
        var rows = await channel.Host.InboxAsync();

        Assert.Equal(expected["status"], ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected["row"] == "ignored" ? 0 : 1, rows.Count);
        if (expected["row"] == "parked") Assert.True(rows[0] is { Parked: true, Message: null, ConversationId: null });
        if (expected["row"] is "parked" or "ignored") return;
        var stored = rows[0];
        Assert.True(stored is { Parked: false, ConversationId: not null });
        Assert.Empty(PayloadTable.Differences(expected, stored.Message!, Media));
        if (stored.Message!.Kind == IncomingKind.Group) Assert.Empty(stored.RawBody!);
        else Assert.Equal(payload, stored.RawBody);
    }

    private static string Media(IncomingMedia file) => $"{file.Kind}:{file.RemoteId}:{file.ContentType}:{file.Size}";
}
