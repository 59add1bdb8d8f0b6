using Puskesos.Admin.Texts;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Staff;

/// <summary>The fields of the forms about officers, named as they stand in the pages.</summary>
public sealed class StaffForm
{
    private const int LongestName = 200;

    public string? Nama { get; set; }

    public string? Email { get; set; }

    public string? Hp { get; set; }

    public Role? Peran { get; set; }

    public string? Wilayah { get; set; }

    /// <summary>Takes part in the 24-hour duty.</summary>
    public bool Piket { get; set; }

    /// <summary>Only these two have a 24-hour duty (DOMAIN §9).</summary>
    public bool IsOnDuty => Piket && Peran is (Role.Tksk or Role.Dinsos);

    /// <summary>What is wrong with name or telephone, or null.</summary>
    public string? DetailsProblem() =>
        string.IsNullOrWhiteSpace(Nama) || Nama.Trim().Length > LongestName ? AdminWords.T(AdminText.Staff_NoName)
        : !string.IsNullOrWhiteSpace(Hp) && Phone is null ? AdminWords.T(AdminText.WalkIn_BadPhone)
        : null;

    /// <summary>What is wrong with the sign-in address, or null.</summary>
    public string? EmailProblem() =>
        Email?.Trim() is { Length: > 2 and <= 256 } address && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - 1 && !address.Any(char.IsWhiteSpace)
            ? null : AdminWords.T(AdminText.Staff_NoEmail);

    /// <summary>E.164, or null.</summary>
    public string? Phone => PhoneNumberReader.Find(Hp) is [{ } found] ? found.E164 : null;

    public StaffDetails ToDetails() => new(Nama!.Trim(), Phone, Email?.Trim());

    /// <summary>The duty and its area when they fit each other and lie in the officer's regency.</summary>
    public async Task<OfficerArea?> AreaAsync(BotDbContext database, OfficerReach by, CancellationToken cancellationToken)
    {
        if (Peran is not { } role || !Enum.IsDefined(role) || string.IsNullOrWhiteSpace(Wilayah)) return null;
        // A desk is chosen by its unit, not by the place around it: several units may lie there.
        return await OfficerArea.FindAsync(database, role, Wilayah, cancellationToken) is { } area && area.RegencyCode == by.RegencyCode && area.AreaCode == Wilayah ? area : null;
    }
}
