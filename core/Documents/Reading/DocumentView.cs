namespace Puskesos.Core.Documents.Reading;

/// <summary>How much of a file an officer got to see.</summary>
public enum ViewKind
{
    Thumbnail,
    Page,
    Download,
}

/// <summary>One line of the record of who saw which document and when; kept five years (DOMAIN §4.6, audit log), read by the data-protection officer.</summary>
public sealed class DocumentView
{
    public long Id { get; init; }

    public long DocumentId { get; init; }

    public long CaseId { get; init; }

    public long OfficerId { get; init; }

    public DateTimeOffset At { get; init; }

    public ViewKind Kind { get; init; }
}
