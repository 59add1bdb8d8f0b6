using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Demo;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Demo;

/// <summary>Fills the demo with cases that have a past: eight told stories and the queue of a busy unit. Everything goes through the product; only the clock is set.</summary>
public static class DemoCases
{
    /// <summary>Working days over which the open cases came.</summary>
    private const int DaysOfQueue = 20;

    private static readonly TimeOnly VisitHour = new(9, 0);
    private static readonly TimeOnly CounterOpens = new(8, 5);

    /// <summary>The day's new ones came a few minutes apart, the last one just now.</summary>
    private static readonly TimeSpan BetweenGuests = TimeSpan.FromMinutes(3);

    /// <summary>Between two guests of an earlier day.</summary>
    private static readonly TimeSpan BetweenEntries = TimeSpan.FromMinutes(25);

    /// <summary>Loads stories and queue; false when there are cases already.</summary>
    /// <param name="services">Core, on a clock that <paramref name="setClock"/> moves.</param>
    /// <param name="setClock">Sets the story's clock.</param>
    /// <param name="now">The moment at which the stories have arrived.</param>
    /// <param name="withVolume">Also ten new and two hundred open cases.</param>
    public static async Task<bool> LoadAsync(IServiceProvider services, Action<DateTimeOffset> setClock, DateTimeOffset now, bool withVolume, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            if (await database.Cases.AnyAsync(cancellationToken)) return false;
            await services.GetRequiredService<WorkCalendarBook>().RefreshAsync(database, cancellationToken);
        }

        await services.GetRequiredService<LivePlaceIndex>().RefreshAsync(cancellationToken);
        await services.GetRequiredService<CatalogueRefresh>().RefreshAsync(cancellationToken);
        var zone = IndonesianZone.OfArea(DemoPlaces.RegencyCode);
        var days = WorkingDaysBefore(zone.DayOf(now));
        setClock(zone.At(days[^1], CounterOpens));
        using var teller = new StoryTeller(services, setClock);
        if (withVolume)
        {
            const int perDay = DemoVolume.Open / DaysOfQueue;
            DateTimeOffset Moment(int at) => zone.At(days[DaysOfQueue - (at / perDay)], CounterOpens) + (BetweenEntries * (at % perDay));
            // The told stories fall into the same weeks, so the queue stands first and the clock never goes back within a case.
            await DemoVolume.EnterOpenAsync(services, teller, Moment, cancellationToken);
        }

        var visitDay = zone.DayOf(now).AddDays(1);
        while (visitDay.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) visitDay = visitDay.AddDays(1);
        var beats = DemoStories.Of(zone.At(visitDay, VisitHour)).SelectMany(story => story.Beats.Select(beat => (story.Resident, Beat: beat, At: zone.At(days[beat.DaysAgo], beat.At)))).OrderBy(one => one.At).ToList();
        if (beats.Count > 0) setClock(beats[0].At);
        foreach (var (resident, beat, at) in beats)
        {
            teller.GoOnTo(at);
            await beat.Play(teller, resident, cancellationToken);
        }

        if (withVolume)
            await DemoVolume.EnterNewAsync(services, teller, [.. Enumerable.Range(1, DemoVolume.New).Select(at => now - (BetweenGuests * (DemoVolume.New - at)))], cancellationToken);
        setClock(now);
        return true;
    }

    /// <summary>Today and the working days before it, the nearest first; index 1 is the last one.</summary>
    private static List<DateOnly> WorkingDaysBefore(DateOnly today)
    {
        var days = new List<DateOnly> { today };
        for (var day = today.AddDays(-1); days.Count <= DaysOfQueue; day = day.AddDays(-1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days.Add(day);
        return days;
    }
}
