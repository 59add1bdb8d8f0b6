namespace Puskesos.Core.Reports.Lives;

/// <summary>The lives of one period: all that the report counts, and for a narrowed report the ordinary cases among them and those that the filter names.</summary>
internal sealed class CountedLives(ReportFilter filter, Func<CaseFigures> empty)
{
    /// <summary>All cases that the whole report counts.</summary>
    public CaseFigures Whole { get; } = empty();

    /// <summary>Of these the ordinary ones; empty in a report that is not narrowed.</summary>
    public CaseFigures Ordinary { get; } = empty();

    /// <summary>Of these the ones that the filter names; empty in a report that is not narrowed.</summary>
    public CaseFigures Narrowed { get; } = empty();

    public void Add(ReportedCase one)
    {
        Whole.Add(one);
        if (filter.IsEmpty || one.IsConfidential) return;
        Ordinary.Add(one);
        if (filter.Holds(one)) Narrowed.Add(one);
    }
}
