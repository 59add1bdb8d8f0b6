namespace Puskesos.Core.Documents.Reading;

/// <summary>How much of a file an officer got to see.</summary>
public enum ViewKind
{
    Thumbnail,
    Picture,
    Download,
}

/// <summary>One line of the record of who saw which document and when; kept five years (DOMAIN §4.6, audit log), read by the data-protection officer.</summary>
public sealed class DocumentView
{
    /// <summary>DOMAIN §4.6: the audit log is kept five years.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(5 * 366);

    public long Id { get; init; }

    public long DocumentId { get; init; }

    public long CaseId { get; init; }

    public long OfficerId { get; init; }

    public DateTimeOffset At { get; init; }

    public ViewKind Kind { get; init; }
}
