using System.Globalization;
using System.Text.RegularExpressions;

namespace Puskesos.Tests.Support;

/// <summary>Sets the running number so that the ticket which a transcript promises next is the one that is made; its check digit must come out by itself.</summary>
public static partial class JourneyTickets
{
    public static async Task ExpectAsync(TalkWorld world, Journey journey, int at)
    {
        for (var next = at + 1; next < journey.Beats.Count && journey.Beats[next].Kind != '>'; next++)
            if (Receipt().Match(journey.Beats[next].Text) is { Success: true } receipt) await SetAsync(world, receipt.Groups[1].Value);
    }

    public static async Task SetAsync(TalkWorld world, string ticket)
    {
        var parts = ticket.Split('-');
        var before = int.Parse(parts[2], CultureInfo.InvariantCulture) - 1;
        await world.Database.ScalarAsync(
            "insert into number_counters (key, last) values ($1, $2) on conflict (key) do update set last = excluded.last", $"ticket/33.28/{parts[1]}", before);
    }

    [GeneratedRegex(@"Tiket: \*([A-Z]{3}-\d{4}-\d+-\d)\*")]
    private static partial Regex Receipt();
}
