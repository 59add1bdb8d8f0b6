using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat.Intake;

/// <summary>What a person sent through the page.</summary>
public sealed record ChatPost
{
    public string Text { get; init; } = "";

    public string Choice { get; init; } = "";

    /// <summary>The outbox id of the question that the pressed button stood under.</summary>
    public long? Prompt { get; init; }

    public GeoPoint? Location { get; init; }

    public IReadOnlyList<IncomingMedia> Files { get; init; } = [];

    /// <summary>True when there were more files than one message takes.</summary>
    public bool LeftFilesOut { get; init; }

    /// <summary>The page's once-only mark; null when the form had none.</summary>
    public string? Token { get; init; }

    public bool IsEmpty => Text.Length == 0 && Choice.Length == 0 && Location is null && Files.Count == 0;

    /// <summary>The message for the inbox.</summary>
    public IncomingMessage ToMessage(string person, Choice? pressed) => new()
    {
        Channel = Channel.WebChat,
        ExternalId = ExternalId(person),
        Address = person,
        Kind = Kind,
        Text = Kind == IncomingKind.Choice ? pressed?.Label ?? Choice : NullIfEmpty(Text),
        ChoiceId = Kind == IncomingKind.Choice ? pressed?.Id ?? Choice : null,
        Media = Files,
        Location = Location,
    };

    private IncomingKind Kind =>
        Files.Count > 0 ? Files.All(file => file.Kind == MediaKind.Voice) ? IncomingKind.Voice : IncomingKind.Media
        : Location is not null ? IncomingKind.Location
        : Choice.Length > 0 ? IncomingKind.Choice
        : IncomingKind.Text;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>
    /// The same words from the same page count once (a double tap, a reload, a retry on a bad network); other words from the
    /// same page are another message.
    /// </summary>
    private string ExternalId(string person)
    {
        var files = string.Join('|', Files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FileName}:{file.Size}")));
        var said = string.Join('\n', person, Text, Choice, Prompt?.ToString(CultureInfo.InvariantCulture), Location?.ToString(), files);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, HashBytes));
        return $"{Token ?? Guid.NewGuid().ToString("N")}.{hash}";
    }

    private const int HashBytes = 12;
}

/// <summary>Why a form could not be taken.</summary>
public enum PostProblem
{
    None,

    /// <summary>No form, or a broken one.</summary>
    NotReadable,
    TextTooLong,
    BodyTooBig,
}
