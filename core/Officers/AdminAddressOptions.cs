using System.ComponentModel.DataAnnotations;

namespace Puskesos.Core.Officers;

/// <summary>Where officers find their page (section <c>Admin</c>); notices link to it.</summary>
public sealed class AdminAddressOptions
{
    public const string Section = "Admin";

    /// <summary>Scheme and host without a slash at the end, as officers' browsers reach it.</summary>
    [Required]
    public string PublicBaseUrl { get; set; } = "http://127.0.0.1:5081";

    /// <summary>The page of an alarm.</summary>
    public string LinkToEmergency(long id) => $"{PublicBaseUrl.TrimEnd('/')}/darurat/{id}";

    /// <summary>The page of a bulletin.</summary>
    public string LinkToBulletin(long id) => $"{PublicBaseUrl.TrimEnd('/')}/buletin/{id}";

    /// <summary>The page of a resident's request about the own data.</summary>
    public string LinkToRights(long id) => $"{PublicBaseUrl.TrimEnd('/')}/hak-warga/{id}";

    /// <summary>The page of a case.</summary>
    public string LinkTo(string ticket) => $"{PublicBaseUrl.TrimEnd('/')}/kasus/{ticket}";
}
