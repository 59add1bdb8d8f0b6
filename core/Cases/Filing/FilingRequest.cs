using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;

namespace Puskesos.Core.Cases.Filing;

/// <summary>Everything of a complaint that is to become a case; from the chat or from the counter.</summary>
public sealed record FilingRequest
{
    public required string RegencyCode { get; init; }

    public required Channel Channel { get; init; }

    public required long ReporterId { get; init; }

    public long? ConversationId { get; init; }

    public required ForWhom ForWhom { get; init; }

    public string? HelpedName { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? HelpedPhone { get; init; }

    public HelpedConsent HelpedConsent { get; init; }

    public string? HelpedReason { get; init; }

    /// <summary>What the reporter is to the person helped; at most <see cref="LongestHelperRole"/> letters.</summary>
    public string? HelperRole { get; init; }

    /// <summary>Where the person helped lives; the regency's code when an emergency did not say where.</summary>
    public required string VillageCode { get; init; }

    public required IReadOnlyList<FilingNeed> Needs { get; init; }

    public required string Story { get; init; }

    public string? AddressNote { get; init; }

    public GeoPoint? Pin { get; init; }

    public string? Facts { get; init; }

    /// <summary>Documents that came with it, by id, with the paper each is taken for.</summary>
    public IReadOnlyList<FilingDocument> Documents { get; init; } = [];

    public bool IsEmergency { get; init; }

    /// <summary>The officer who typed it at the counter; null when it came by chat.</summary>
    public long? EnteredBy { get; init; }

    /// <summary>The role in which that officer typed it.</summary>
    public string EnteredAs { get; init; } = Role.FrontOffice.Code();

    /// <summary>The key of the form that was sent; the same form sent again files nothing.</summary>
    public Guid? OnceKey { get; init; }

    /// <summary>"Fasilitator", "ketua RT 03 RW 01".</summary>
    public const int LongestHelperRole = 60;

    /// <summary>At least this secret, whatever the needs say.</summary>
    public Secrecy LeastSecrecy { get; init; }
}

/// <summary>One need of a complaint.</summary>
public sealed record FilingNeed(string Category, string? Programme = null);

/// <summary>A stored or coming file, what it shows, and whether it can be read: one that cannot leaves its paper awaited.</summary>
public sealed record FilingDocument(long DocumentId, string? Kind, bool IsReadable = true);
