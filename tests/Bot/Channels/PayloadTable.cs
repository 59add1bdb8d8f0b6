using System.Globalization;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Bot.Channels;

/// <summary>A table "payload → expected row and reply", one line a payload, beside the payloads.</summary>
public sealed class PayloadTable
{
    private readonly string folder;

    private PayloadTable(string folder, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        this.folder = folder;
        Rows = rows;
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    public static PayloadTable Read(string channel, string table)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Bot", channel, "Payloads");
        var lines = File.ReadAllLines(Path.Combine(folder, table));
        var heading = lines[0].Split('\t');
        return new PayloadTable(folder, [.. lines.Skip(1).Select(line => heading.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => Plain(pair.Second)))]);
    }

    public static TheoryData<string> Names(string channel, string table) => new(Read(channel, table).Rows.Select(row => row["file"]));

    public IReadOnlyDictionary<string, string> Row(string file) => Rows.Single(row => row["file"] == file);

    public byte[] Payload(string file) => File.ReadAllBytes(Path.Combine(folder, file));

    /// <summary>What a message says, in the columns of the table.</summary>
    public static Dictionary<string, string> Columns(IncomingMessage message) => new()
    {
        ["kind"] = message.Kind.ToString(),
        ["address"] = message.Address,
        ["alt"] = message.AltAddress ?? "",
        ["phone"] = message.Phone ?? "",
        ["text"] = message.Text is { Length: > 1000 } text ? $"~{text.Length}" : message.Text ?? "",
        ["choice"] = message.ChoiceId ?? "",
        ["place"] = message.Location is { } point ? string.Create(CultureInfo.InvariantCulture, $"{point.Latitude},{point.Longitude}") : "",
        ["contact"] = message.ContactPhone is { } phone ? $"{phone} {(message.ContactIsOwn ? $"own {message.Phone}" : "other")}" : "",
        ["reply_to"] = message.ReplyToId ?? "",
        ["album"] = message.AlbumId ?? "",
    };

    /// <summary>The columns that the table has and that differ, each as "column: expected … found …".</summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> expected, IncomingMessage message, Func<IncomingMedia, string> media)
    {
        var found = Columns(message);
        found["media"] = string.Join('|', message.Media.Select(media));
        return found.Where(pair => expected.TryGetValue(pair.Key, out var wanted) && wanted != pair.Value).Select(pair => $"{pair.Key}: expected {expected[pair.Key]}, found {pair.Value}");
    }

    private static string Plain(string cell) => cell.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
}
