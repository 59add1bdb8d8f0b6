using Puskesos.Core.Language.Dates;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>Since when a trouble lasts: "sejak bulan Maret", "dari januari", "kit wulan maret", "sudah 3 bulan".</summary>
internal static class SinceReader
{
    public static (DateOnly Start, string Timex)? Find(WrittenText text, List<TimeFinding> times)
    {
        foreach (var time in times)
        {
            if (time.Kind is not (TimeKind.Date or TimeKind.DateRange) || time.First == 0 || !IsSince(text, time.First - 1))
                continue;
            var start = time.Values[0].Start;
            return (DateOnly.FromDateTime(start), time.Kind == TimeKind.Date ? Timex.Day(start) : time.Timex.Length == 4 ? time.Timex : time.Timex.Contains('W') ? Timex.Day(start) : Timex.Month(start));
        }
        return null;
    }

    private static bool IsSince(WrittenText text, int at) => text.IsWord(at) && text.Word(at)
        is "sejak" or "dari" or "dr" or "dri" or "mulai" or "kit" or "awit" or "wiwit" or "saking" or "ti" or "sekit" or "ket" or "kawit" or "seko" or "saka" or "semenjak" or "sjk" or "sangking" or "ngawiti" or "mimiti" or "tkit";
}
