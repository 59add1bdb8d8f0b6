namespace Puskesos.Core.Messaging;

/// <summary>What a person is to be told: a text key and what fills its gaps.</summary>
/// <param name="Key">Key of a text table.</param>
/// <param name="Gaps">Values by name.</param>
public sealed record Notice(string Key, IReadOnlyList<NoticeGap> Gaps)
{
    public Notice(string key, params (string Name, string Value)[] gaps)
        : this(key, [.. gaps.Select(gap => new NoticeGap(gap.Name, gap.Value))])
    {
    }

    /// <summary>The same with one more gap whose value a person wrote: no formatting is read in it.</summary>
    public Notice WithPersons(string name, string value) => this with { Gaps = [.. Gaps, new NoticeGap(name, value, FromPerson: true)] };
}

/// <summary>What fills one gap.</summary>
public sealed record NoticeGap(string Name, string Value, bool FromPerson = false);
