namespace Puskesos.Core.Documents;

/// <summary>Why a file does not count as the paper it was sent for. It is kept all the same, with its marks; an officer may accept it.</summary>
public enum FileFault
{
    None,

    /// <summary>The same file came before for this complaint.</summary>
    SentBefore,

    /// <summary>Blurred or too dark.</summary>
    Unclear,

    TooSmall,

    /// <summary>Needs a password.</summary>
    Locked,

    /// <summary>A PDF that carries programs.</summary>
    Active,

    /// <summary>Broken, gone at the provider, or infected.</summary>
    Unreadable,

    TooBig,

    /// <summary>Neither a picture nor a PDF.</summary>
    NotAPaper,
}

/// <summary>Tells the fault of a file from its row.</summary>
public static class FileFaults
{
    /// <summary>The fault that the resident is told of; none while the file is still on its way.</summary>
    public static FileFault Of(Document document) => document.State switch
    {
        DocumentState.TooBig => FileFault.TooBig,
        DocumentState.Failed => FileFault.Unreadable,
        DocumentState.Stored or DocumentState.Unchecked => OfMarks(document),
        DocumentState.Erased when DocumentMarks.Has(document, DocumentMarks.Infected) => FileFault.Unreadable,
        _ => FileFault.None,
    };

    /// <summary>The fault that a file has as a paper that is asked for: a recording is none, welcome as it is anywhere else.</summary>
    public static FileFault AsPaper(Document document) =>
        Of(document) is not FileFault.None and var fault ? fault : DocumentMarks.Has(document, DocumentMarks.Recording) ? FileFault.NotAPaper : FileFault.None;

    private static FileFault OfMarks(Document document)
    {
        bool Has(string mark) => DocumentMarks.Has(document, mark);
        // What can never be read is said of each copy: "sent before" would sound as if the first one counted.
        return Has(DocumentMarks.Locked) ? FileFault.Locked
            : Has(DocumentMarks.Active) ? FileFault.Active
            : Has(DocumentMarks.NoPaper) || (Has(DocumentMarks.Recording) && document.Kind is not null) ? FileFault.NotAPaper
            : Has(DocumentMarks.Unreadable) ? FileFault.Unreadable
            : Has(DocumentMarks.Again) ? FileFault.SentBefore
            : Has(DocumentMarks.Small) ? FileFault.TooSmall
            : Has(DocumentMarks.Unclear) ? FileFault.Unclear
            : FileFault.None;
    }
}
