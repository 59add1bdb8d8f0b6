using Microsoft.Extensions.DependencyInjection;

namespace Puskesos.Core.Calendar;

/// <summary>Wires working time.</summary>
public static class CalendarSetup
{
    /// <summary>Refuses to start on a machine without time zone data.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        IndonesianZone.EnsureKnown();
        return services;
    }
}
