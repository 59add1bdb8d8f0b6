namespace Telegram.Bot.Types;

/// <summary>A file kept by Telegram: <see cref="FileId"/> fetches it, <see cref="FileUniqueId"/> tells equal files.</summary>
public abstract class FileBase
{
    public string FileId { get; set; } = default!;

    public string FileUniqueId { get; set; } = default!;

    public long? FileSize { get; set; }
}

/// <summary>One size of a photo.</summary>
public class PhotoSize : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }
}

/// <summary>A general file; name and type are what the sender says.</summary>
public class Document : FileBase
{
    public PhotoSize? Thumbnail { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A voice note.</summary>
public class Voice : FileBase
{
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A piece of music.</summary>
public class Audio : FileBase
{
    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A video.</summary>
public class Video : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A round video message.</summary>
public class VideoNote : FileBase
{
    public int Length { get; set; }

    public int Duration { get; set; }
}

/// <summary>A silent moving picture.</summary>
public class Animation : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A sticker.</summary>
public class Sticker : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public string? Emoji { get; set; }
}

/// <summary>A file ready to be downloaded; its path is valid for at least an hour.</summary>
public class TGFile : FileBase
{
    public string? FilePath { get; set; }
}
