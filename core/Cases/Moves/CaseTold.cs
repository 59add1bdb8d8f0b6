namespace Puskesos.Core.Cases.Moves;

/// <summary>What a resident is to be told of a move: a text key and what fills its gaps.</summary>
/// <param name="Key">Key of CaseUpdates or Questions.</param>
/// <param name="Gaps">Values by name.</param>
public sealed record CaseTold(string Key, IReadOnlyList<CaseGap> Gaps)
{
    public CaseTold(string key, params (string Name, string Value)[] gaps)
        : this(key, [.. gaps.Select(gap => new CaseGap(gap.Name, gap.Value))])
    {
    }

    /// <summary>The same with one more gap whose value a person wrote: no formatting is read in it.</summary>
    public CaseTold WithPersons(string name, string value) => this with { Gaps = [.. Gaps, new CaseGap(name, value, FromPerson: true)] };
}

/// <summary>What fills one gap.</summary>
public sealed record CaseGap(string Name, string Value, bool FromPerson = false);
