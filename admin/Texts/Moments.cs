using Puskesos.Core.Calendar;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Texts;

/// <summary>Days and moments as pages show them, by the clock of the officer's regency.</summary>
public static class Moments
{
    /// <summary>"22 Nov 2026 09.15".</summary>
    public static string Of(string regencyCode, DateTimeOffset at)
    {
        var zone = IndonesianZone.OfArea(regencyCode);
        return $"{IndonesianFormat.ShortDate(zone.DayOf(at))} {IndonesianFormat.Time(zone.TimeOf(at))}";
    }

    /// <summary>"22 Nov 2026".</summary>
    public static string Day(string regencyCode, DateTimeOffset at) => IndonesianFormat.ShortDate(IndonesianZone.OfArea(regencyCode).DayOf(at));
}
