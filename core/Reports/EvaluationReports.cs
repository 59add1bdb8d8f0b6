using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Puskesos.Core.Calendar;
using Puskesos.Core.Places;
using Puskesos.Core.Reports.Lives;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reports;

/// <summary>Makes the evaluation report of an area and a period (DOMAIN §8), beside the period before.</summary>
public sealed class EvaluationReports(
    NpgsqlDataSource source, BotDbContext database, WorkCalendarBook calendars, IOptions<ReportsOptions> options, TimeProvider clock)
{
    /// <summary>More villages than a regency has are no map any more.</summary>
    private const int MostVillages = 1000;

    /// <summary>The report; all its figures come from one snapshot of the database.</summary>
    public async Task<EvaluationReport> MakeAsync(ReportScope scope, ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(period);
        await calendars.RefreshAsync(database, cancellationToken);
        var office = calendars.Current.For(new Office(scope.ZoneArea.Length > 5 ? scope.ZoneArea[..5] : scope.ZoneArea));
        var asked = new FigureRequest(scope, period, clock.GetUtcNow(), await UnitsAsync(scope, cancellationToken)) { Office = office };
        var labels = await ReportLabels.LoadAsync(database, cancellationToken);

        await using var snapshot = await ReportSnapshot.OpenAsync(source, cancellationToken);
        var reader = new FigureReader(snapshot.First, asked);
        var (lives, livesBefore) = await reader.ReadLivesAsync(snapshot.Second, snapshot.Third, cancellationToken);
        var workingDays = WorkingDays(office, period);
        var now = WithReckoned(await reader.ReadAsync(period, lives, cancellationToken), workingDays);
        var before = WithReckoned(await reader.ReadAsync(period.Before(), livesBefore, cancellationToken), WorkingDays(office, period.Before()));
        return new EvaluationReport
        {
            Scope = scope,
            Period = period,
            WorkingDays = workingDays,
            MadeAt = asked.Now,
            Figures = new FigureLayout(scope, labels, now, before).Figures(),
            Villages = await VillagesAsync(scope, lives, now.IsWithheld, cancellationToken),
            Filter = labels.Of(scope.Filter),
        };
    }

    private RawFigures WithReckoned(RawFigures raw, int workingDays)
    {
        var cases = raw[1, "total"]?.Value ?? 0;
        raw.Add(1, new CountedCell("per-day", workingDays == 0 ? null : cases / workingDays, 0));
        raw.Add(21, new CountedCell("kilometres", (raw[21, "trips"]?.Value ?? 0) * options.Value.KilometresPerTrip, 0));
        return raw;
    }

    private static int WorkingDays(WorkingTime office, ReportPeriod period) =>
        Enumerable.Range(0, period.Last.DayNumber - period.First.DayNumber + 1).Count(day => office.IsWorkingDay(period.First.AddDays(day)));

    /// <summary>A case stays in its regency, so its unit is one of that regency.</summary>
    private async Task<Dictionary<string, WorkingTime>> UnitsAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        var regency = scope.Kind <= ScopeKind.Regency ? PlaceCode.RegencyOf(scope.ZoneArea) : "";
        var units = await database.Set<PuskesosUnit>().AsNoTracking().Where(unit => unit.RegencyCode.StartsWith(regency)).ToListAsync(cancellationToken);
        return units.ToDictionary(unit => unit.Code, unit => calendars.Current.For(new Office(unit.RegencyCode, unit.Code, unit.Opens, unit.Closes)));
    }

    private async Task<IReadOnlyList<VillageCount>> VillagesAsync(ReportScope scope, CountedLives lives, bool allHidden, CancellationToken cancellationToken)
    {
        if (scope.Kind is not (ScopeKind.SubDistrict or ScopeKind.Regency)) return [];
        var villages = await database.Set<Village>().AsNoTracking().Where(row => row.Code.StartsWith(scope.Code + ".") && row.RetiredOn == null)
            .OrderBy(row => row.Code).Take(MostVillages)
            .Select(row => new
            {
                row.Code,
                row.Name,
                row.Latitude,
                row.Longitude,
                HasUnit = database.Set<PuskesosUnit>().Any(unit => unit.AreaCode == row.Code && !unit.IsTest),
                Border = database.Set<VillageBoundary>().Where(border => border.VillageCode == row.Code).Select(border => border.Geometry).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        if (scope.Kind == ScopeKind.Regency && villages.All(row => row.Border is null))
            return await SubDistrictsAsync(scope, new PlaceCounts(scope.Filter, lives, PlaceCode.SubDistrictOf, allHidden), cancellationToken);
        var counts = new PlaceCounts(scope.Filter, lives, code => code, allHidden);
        return [.. villages.Select(row => new VillageCount(row.Code, row.Name, counts.Of(row.Code), row.HasUnit)
        {
            Latitude = row.Latitude,
            Longitude = row.Longitude,
            Border = row.Border,
        })];
    }

    /// <summary>Without borders hundreds of villages are no picture: a regency shows its sub-districts.</summary>
    private async Task<IReadOnlyList<VillageCount>> SubDistrictsAsync(ReportScope scope, PlaceCounts counts, CancellationToken cancellationToken)
    {
        var places = await database.Set<SubDistrict>().AsNoTracking().Where(row => row.RegencyCode == scope.Code && row.RetiredOn == null).OrderBy(row => row.Code)
            .Select(row => new
            {
                row.Code,
                row.Name,
                Latitude = database.Set<Village>().Where(village => village.SubDistrictCode == row.Code).Average(village => village.Latitude),
                Longitude = database.Set<Village>().Where(village => village.SubDistrictCode == row.Code).Average(village => village.Longitude),
                HasUnit = database.Set<PuskesosUnit>().Any(unit => unit.AreaCode == row.Code && !unit.IsTest),
            }).ToListAsync(cancellationToken);
        return [.. places.Select(row => new VillageCount(row.Code, row.Name, counts.Of(row.Code), row.HasUnit) { Latitude = row.Latitude, Longitude = row.Longitude })];
    }
}
