using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A file to send: bytes, a file that Telegram already has, or an address to fetch from.</summary>
public abstract class InputFile
{
    public abstract FileType FileType { get; }

    public static InputFileStream FromStream(Stream stream, string? fileName = null) => new(stream, fileName);

    public static InputFileId FromFileId(string fileId) => new(fileId);

    public static InputFileUrl FromUri(Uri url) => new(url);

    public static InputFileUrl FromUri(string url) => new(url);

    /// <summary>An absolute http(s) address or else a file id.</summary>
    public static InputFile FromString(string urlOrFileId) =>
        Uri.TryCreate(urlOrFileId, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? new InputFileUrl(url) : new InputFileId(urlOrFileId);

    public static implicit operator InputFile(Stream stream) => FromStream(stream);

    public static implicit operator InputFile(string urlOrFileId) => FromString(urlOrFileId);
}

/// <summary>A file given as a stream of bytes.</summary>
public class InputFileStream(Stream content, string? fileName = null) : InputFile
{
    public override FileType FileType => FileType.Stream;

    public Stream Content { get; } = content;

    public string? FileName { get; } = fileName;
}

/// <summary>A file that Telegram already has.</summary>
public class InputFileId(string id) : InputFile
{
    public override FileType FileType => FileType.Id;

    public string Id { get; } = id;
}

/// <summary>A file that Telegram fetches by itself.</summary>
public class InputFileUrl(Uri url) : InputFile
{
    public InputFileUrl(string url)
        : this(new Uri(url))
    {
    }

    public override FileType FileType => FileType.Url;

    public Uri Url { get; } = url;
}
