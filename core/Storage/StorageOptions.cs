using System.ComponentModel.DataAnnotations;

namespace Puskesos.Core.Storage;

/// <summary>Where the master keys lie (section <c>Keys</c>).</summary>
public sealed class KeysOptions
{
    public const string Section = "Keys";

    /// <summary>The key file, mode 0600, made at first start; keep a copy apart from the database.</summary>
    [Required]
    public string Path { get; set; } = "";
}
