namespace Puskesos.Core.Documents;

/// <summary>What was noticed about a file on arrival; kept as codes on its row.</summary>
public static class DocumentMarks
{
    /// <summary>Blurred or too dark to read.</summary>
    public const string Unclear = "unclear";

    /// <summary>Fewer pixels than a card's small print needs.</summary>
    public const string Small = "small";

    /// <summary>The same file came before, for the same case or draft.</summary>
    public const string Again = "again";

    /// <summary>Needs a password.</summary>
    public const string Locked = "locked";

    /// <summary>Carries scripts, attachments or actions.</summary>
    public const string Active = "active";

    /// <summary>Nobody will be able to open it: broken, or no kind of file that an officer's machine knows.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Neither a picture nor a PDF: kept as it came, never opened here, and no paper until an officer says so.</summary>
    public const string NoPaper = "no-paper";

    /// <summary>Sound or film: an officer plays it after a download; where a paper was asked for it is none.</summary>
    public const string Recording = "recording";

    /// <summary>Something was found wrong with it after its message was answered, and the resident has not heard of it yet.</summary>
    public const string Untold = "untold";

    /// <summary>The virus scanner knows it; it was not kept.</summary>
    public const string Infected = "infected";

    /// <summary>Kept exactly as sent, because it could not be decoded and written anew here.</summary>
    public const string AsSent = "as-sent";

    /// <summary>An identity card whose name, as the resident confirmed, is not that of the person whom the case is about.</summary>
    public const string OtherName = "other-name";

    public static bool Has(Document document, string mark) => (document.Marks ?? "").Split(',').Contains(mark);

    /// <summary>The marks of a file and one more.</summary>
    public static string? With(Document document, string mark) => Join([.. (document.Marks ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), mark]);

    /// <summary>The marks of a file without one.</summary>
    public static string? Without(Document document, string mark) => Join((document.Marks ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(known => known != mark));

    /// <summary>The marks as they are stored; null for none.</summary>
    public static string? Join(IEnumerable<string> marks) => string.Join(',', marks.Distinct()) is { Length: > 0 } joined ? joined : null;
}
