namespace Puskesos.Core.Places.Import;

/// <summary>Why a row of a list cannot be imported: file, line (feature for boundaries) and reason.</summary>
public sealed record ImportError(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>How far an import is: what it does, how much is done.</summary>
public readonly record struct ImportProgress(string What, long Done);

/// <summary>The errors of one run; collecting stops when a list is clearly not what it should be.</summary>
public sealed class ImportErrors
{
    /// <summary>An operator reads a screen, not a thousand lines.</summary>
    public const int MostShown = 20;

    private readonly List<ImportError> _shown = [];

    public int Count { get; private set; }

    public IReadOnlyList<ImportError> Shown => _shown;

    public void Add(string file, int line, string reason)
    {
        Count++;
        if (_shown.Count < MostShown)
        {
            _shown.Add(new ImportError(file, line, reason));
        }
    }
}
