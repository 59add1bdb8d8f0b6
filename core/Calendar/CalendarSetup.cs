using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Calendar.Hours;

namespace Puskesos.Core.Calendar;

/// <summary>Wires working time.</summary>
public static class CalendarSetup
{
    /// <summary>Adds the calendars and what keeps them up to date; refuses to start on a machine without time zone data.</summary>
    public static IHostApplicationBuilder AddCalendar(this IHostApplicationBuilder builder)
    {
        IndonesianZone.EnsureKnown();
        builder.Services.AddSingleton<WorkCalendarBook>();
        builder.Services.AddScoped<LocalDays>();
        builder.Services.AddScoped<HolidayImport>();
        builder.Services.AddScoped<SpecialHours>();
        builder.Services.AddHostedService<WorkCalendarRefresh>();
        return builder;
    }
}
