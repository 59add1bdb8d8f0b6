using System.Globalization;
using System.Text.Json;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>What was understood beside the need: kept with the case as JSON, shown in the summary where the story's own words do not say it plainly.</summary>
/// <param name="Since">Since when, as TIMEX: a year, a month or a day.</param>
/// <param name="Amount">Rupiah.</param>
/// <param name="Issue">What is wrong: stopped, never_received …</param>
/// <param name="Words">The edition of the lexicon that understood it.</param>
public sealed record UnderstoodFacts(string? Since, decimal? Amount, string? Issue, string? Words)
{
    /// <summary>Names as they stand in the database.</summary>
    public static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web);

    /// <summary>The line of the summary, or null when the story itself says all: "sejak bulan Maret" needs no repetition, "3 bulan lalu" does.</summary>
    public static string? Line(TurnView view)
    {
        var facts = view.Draft.Facts is { } json ? JsonSerializer.Deserialize<UnderstoodFacts>(json, Shape) : null;
        var story = view.Draft.Story ?? "";
        var shown = new List<string>();
        if (facts?.Since is { } since && SinceWords(since, story, view.LocalNow.Year) is { } words) shown.Add(Filled(Questions.ConfirmReport_Since, "since", words, view));
        if (facts?.Amount is { } amount && !IsPlain(amount, story)) shown.Add(Filled(Questions.ConfirmReport_Amount, "amount", IndonesianFormat.Number(Whole(amount)), view));
        if (view.Draft.Phone is { Length: > 4 } phone) shown.Add(Filled(Questions.ConfirmReport_Phone, "last", phone[^4..], view));
        return shown.Count == 0 ? null : Filled(Questions.ConfirmReport_Understood, "facts", string.Join("; ", shown), view);
    }

    private static string? SinceWords(string timex, string story, int thisYear)
    {
        var parts = timex.Split('-');
        if (!parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)) || int.Parse(parts[0], CultureInfo.InvariantCulture) is var year && year is < 1 or > 9999) return null;
        if (parts.Length == 1) return story.Contains(timex, StringComparison.Ordinal) ? null : timex;
        var day = new DateOnly(year, int.Parse(parts[1], CultureInfo.InvariantCulture), parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 1);
        var month = IndonesianFormat.DayAndMonth(day).Split(' ')[1];
        var isSaid = year == thisYear && story.Contains(month, StringComparison.OrdinalIgnoreCase);
        return isSaid ? null : parts.Length > 2 ? $"{IndonesianFormat.DayAndMonth(day)} {parts[0]}" : $"{month} {parts[0]}";
    }

    /// <summary>"600rb" and "Rp 600.000" show their digits; "setengah juta" does not.</summary>
    private static bool IsPlain(decimal amount, string story) =>
        string.Concat(story.Where(char.IsAsciiDigit)).Contains(Whole(amount).ToString(CultureInfo.InvariantCulture).TrimEnd('0'), StringComparison.Ordinal);

    private static long Whole(decimal amount) => (long)Math.Min(amount, long.MaxValue / 2);

    private static string Filled(string key, string gap, string value, TurnView view) => view.Texts.Fill(key, view.Language, (gap, value));
}
