using System.Globalization;
using Puskesos.Core.Messaging;
using Puskesos.Core.Reports.Lives;

namespace Puskesos.Core.Reports;

/// <summary>The cases to which a report is narrowed (DOMAIN §8); what is null leaves all in.</summary>
/// <param name="Category">Those with a need of this category.</param>
/// <param name="Ppks">Those of this kind of PPKS, 1 to 26.</param>
/// <param name="Channel">Those that came in by this channel.</param>
/// <param name="IsWoman">Those that help a woman, or a man, as the NIK says; people without one are in neither.</param>
public sealed record ReportFilter(string? Category = null, int? Ppks = null, Channel? Channel = null, bool? IsWoman = null)
{
    /// <summary>The whole report.</summary>
    public static ReportFilter None { get; } = new();

    /// <summary>Whether nothing is left out.</summary>
    public bool IsEmpty => this is { Category: null, Ppks: null, Channel: null, IsWoman: null };

    /// <summary>The figures of the whole report that count the same cases as one of these conditions alone.</summary>
    internal IEnumerable<(int Indicator, string Part)> Cells()
    {
        if (Category is not null) yield return (2, $"category:{Category}");
        if (Ppks is { } kind) yield return (4, string.Create(CultureInfo.InvariantCulture, $"kind:{kind}"));
        if (Channel is { } channel) yield return (1, string.Create(CultureInfo.InvariantCulture, $"channel:{(int)channel}"));
        if (IsWoman is { } woman) yield return (3, woman ? "women" : "men");
    }

    /// <summary>Whether a case is one of them.</summary>
    internal bool Holds(ReportedCase one) =>
        (Category is null || one.Needs.Exists(need => need.Category == Category))
        && (Ppks is null || one.PpksKind == Ppks)
        && (Channel is null || one.Channel == (int)Channel)
        && (IsWoman is null || one.IsWoman == IsWoman);

    /// <summary>The same as a condition on a table of cases with this alias; empty for the whole report. Parameters <c>@category</c>, <c>@ppks</c>, <c>@channel</c>, <c>@woman</c>.</summary>
    internal string Condition(string alias) => string.Concat(
        Category is null ? "" : $" and exists (select 1 from case_items n where n.case_id = {alias}.id and n.category_code = @category)",
        Ppks is null ? "" : $" and {alias}.ppks_kind = @ppks",
        Channel is null ? "" : $" and {alias}.channel = @channel",
        IsWoman is null ? "" : $" and exists (select 1 from residents n where n.id = coalesce({alias}.helped_id, {alias}.reporter_id) and n.is_woman = @woman)");
}
