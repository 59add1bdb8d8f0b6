namespace Puskesos.Bot.Channels;

/// <summary>How long to wait after failures in a row: 1, 2, 4 … seconds, at most a minute.</summary>
internal static class Backoff
{
    private const int MostSeconds = 60;
    private const int MostDoublings = 6;

    public static TimeSpan After(int failures) => TimeSpan.FromSeconds(Math.Min(MostSeconds, 1 << Math.Clamp(failures - 1, 0, MostDoublings)));
}
