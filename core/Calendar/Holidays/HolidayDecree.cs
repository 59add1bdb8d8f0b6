using System.Globalization;

namespace Puskesos.Core.Calendar.Holidays;

/// <summary>Reads a year's holiday table as copied from the joint decree: <c>date,kind,name</c>, kinds nasional, cuti bersama, lokal.</summary>
public static class HolidayDecree
{
    private const string Header = "date,kind,name";

    /// <summary>The years whose decree comes with the product.</summary>
    public static IReadOnlyList<int> KnownYears { get; } = [2026];

    /// <summary>The table of a year that comes with the product (2026: SKB 1497/2025, 2/2025 and 5/2025).</summary>
    public static IReadOnlyList<Holiday> OfYear(int year)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Puskesos.Core.Calendar.Decrees.{year}.csv");
        using var stream = typeof(HolidayDecree).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentOutOfRangeException(nameof(year), year, "No decree of this year comes with the product.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads a table; <see cref="FormatException"/> names the line and the reason, and nothing is half read.</summary>
    /// <param name="table">The lines, header first.</param>
    /// <param name="regencyCode">The regency of a table of local days; null for the decree of the nation.</param>
    public static IReadOnlyList<Holiday> Read(TextReader table, string? regencyCode = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.ReadLine()?.Trim() != Header)
            throw new FormatException($"Line 1: the header must be '{Header}'.");

        var holidays = new List<Holiday>();
        for (var number = 2; table.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                holidays.Add(ReadLine(line, number, regencyCode));
        }

        return holidays.DistinctBy(holiday => holiday.Day).Count() == holidays.Count
            ? holidays
            : throw new FormatException("A day occurs twice in the table.");
    }

    private static Holiday ReadLine(string line, int number, string? regencyCode)
    {
        var fields = line.Split(',', 3, StringSplitOptions.TrimEntries);
        if (fields.Length < 3 || fields[2].Length == 0)
            throw new FormatException($"Line {number}: expected '{Header}'.");
        if (!DateOnly.TryParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new FormatException($"Line {number}: '{fields[0]}' is no date like 2026-01-31.");

        return new Holiday { Day = day, Kind = ReadKind(fields[1], number), RegencyCode = regencyCode, Name = fields[2] };
    }

    private static HolidayKind ReadKind(string written, int number) => written switch
    {
        "nasional" => HolidayKind.National,
        "cuti bersama" => HolidayKind.JointLeave,
        "lokal" => HolidayKind.Local,
        _ => throw new FormatException($"Line {number}: '{written}' is none of nasional, cuti bersama, lokal."),
    };
}
