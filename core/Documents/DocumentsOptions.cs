using System.ComponentModel.DataAnnotations;

namespace Puskesos.Core.Documents;

/// <summary>Where the residents' files lie (section <c>Documents</c>).</summary>
public sealed class DocumentsOptions
{
    public const string Section = "Documents";

    public const string Disk = "disk";

    public const string S3Store = "s3";

    /// <summary><c>disk</c> or <c>s3</c>.</summary>
    [RegularExpression($"^({Disk}|{S3Store})$")]
    public string Store { get; set; } = Disk;

    /// <summary>Folder of the disk store and of files on their way in. Several instances of the bot must share it.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <summary>Where clamd listens, <c>unix:/path</c> or <c>host:port</c>; empty = files are not scanned for viruses.</summary>
    public string Clamd { get; set; } = "";

    public S3Options S3 { get; set; } = new();
}
