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

    /// <summary>Broken, gone at the provider, infected, or no kind of file that can be opened.</summary>
    Unreadable,

    TooBig,
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
        _ => FileFault.None,
    };

    private static FileFault OfMarks(Document document)
    {
        bool Has(string mark) => DocumentMarks.Has(document, mark);
        return Has(DocumentMarks.Again) ? FileFault.SentBefore
            : Has(DocumentMarks.Locked) ? FileFault.Locked
            : Has(DocumentMarks.Active) ? FileFault.Active
            : Has(DocumentMarks.Unreadable) ? FileFault.Unreadable
            : Has(DocumentMarks.Small) ? FileFault.TooSmall
            : Has(DocumentMarks.Unclear) ? FileFault.Unclear
            : FileFault.None;
    }
}
