using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Replies;

/// <summary>Ready answers for officers, by the state of a case; worded by the regency like all other texts, changed by the officer before they are sent.</summary>
public sealed class CannedReplies(TextCatalog texts)
{
    private const string Any = "Reply_Any_";

    /// <summary>The answers that fit this case now, those of its state first.</summary>
    public IReadOnlyList<CannedReply> For(Case about, PuskesosUnit unit, string officer)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(unit);
        var own = texts.For(about.RegencyCode);
        return [.. Keys($"Reply_{about.Status}_").Concat(Keys(Any)).Select(key => new CannedReply(
            key, TextFill.Fill(own.Get(key), ("ticket", about.Ticket), ("unit", unit.Name), ("officer", officer))))];
    }

    private static IEnumerable<string> Keys(string start) => TextCatalog.Keys.Where(key => key.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}

/// <summary>One ready answer.</summary>
/// <param name="Key">Its key in the text table.</param>
/// <param name="Words">The words with their gaps filled.</param>
public sealed record CannedReply(string Key, string Words);
