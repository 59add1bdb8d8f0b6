using System.Globalization;

namespace Puskesos.Core.Officers.Settings;

/// <summary>What a change of a setting leaves in its history.</summary>
/// <param name="By">Who makes it.</param>
/// <param name="Subject">What is changed.</param>
/// <param name="Key">Which of them.</param>
/// <param name="Before">What held; null when nothing did.</param>
/// <param name="After">What holds from then on; null when it is taken back.</param>
public sealed record SettingNote(OfficerReach By, SettingSubject Subject, string Key, string? Before, string? After)
{
    /// <summary>Parts of a value that has several.</summary>
    public const char Between = '/';

    /// <summary>A day as it is kept.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Some days, with their reason when there is one.</summary>
    public static string Days(DateOnly first, DateOnly last, string? reason = null) => string.Join(Between, new[] { Day(first), Day(last), reason }.OfType<string>());

    /// <summary>Hours of a day; null where none are set.</summary>
    public static string? Hours(TimeOnly? opens, TimeOnly? closes) =>
        opens is { } from && closes is { } until ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}{Between}{until:HH:mm}") : null;
}
