using System.Globalization;

namespace Puskesos.Core.Texts;

/// <summary>Dates, times and numbers as Indonesians read them; the only place that writes them.</summary>
public static class IndonesianFormat
{
    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    /// <summary>"Jumat, 13 November".</summary>
    public static string Date(DateOnly date) => $"{Days[(int)date.DayOfWeek]}, {DayAndMonth(date)}";

    /// <summary>"13 November".</summary>
    public static string DayAndMonth(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]}");

    /// <summary>"13 Nov 2026", where space is short.</summary>
    public static string ShortDate(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1][..3]} {date.Year}");

    /// <summary>"Jum 13 Nov".</summary>
    public static string ShortDay(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{Days[(int)date.DayOfWeek][..3]} {date.Day} {Months[date.Month - 1][..3]}");

    /// <summary>"10.00 WIB"; the zone's name where one is given.</summary>
    public static string Time(TimeOnly time, string? zone = null) =>
        time.ToString("HH.mm", CultureInfo.InvariantCulture) + (zone is null ? "" : $" {zone}");

    /// <summary>"1.250.000".</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');

    /// <summary>"November".</summary>
    public static string Month(DateOnly date) => Months[date.Month - 1];

    /// <summary>"1.234,5" with at most so many decimals; whole numbers without a comma.</summary>
    public static string Decimal(double number, int decimals = 1)
    {
        var rounded = Math.Round((decimal)number, decimals, MidpointRounding.AwayFromZero);
        var text = rounded.ToString("#,##0." + new string('#', decimals), CultureInfo.InvariantCulture);
        return text.Replace(',', ' ').Replace('.', ',').Replace(' ', '.');
    }

    /// <summary>The greeting's part of the day: pagi until 11, siang until 15, sore until 18, then malam.</summary>
    public static string DayPart(TimeOnly time) => time.Hour switch { < 3 => "malam", < 11 => "pagi", < 15 => "siang", < 18 => "sore", _ => "malam" };
}
