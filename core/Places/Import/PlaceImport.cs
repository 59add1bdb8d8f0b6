using Npgsql;

namespace Puskesos.Core.Places.Import;

/// <summary>
/// Brings lists of places and borders into the database: everything is read and checked first, then one transaction changes what
/// differs. Places that a list no longer holds are retired, because cases point at them; a list only speaks for its regencies.
/// </summary>
public sealed class PlaceImport(NpgsqlDataSource database, TimeProvider clock, IProgress<ImportProgress> progress)
{
    /// <summary>More vanishing villages than this in one regency is more likely a broken list than a reform (CONTRACT §5).</summary>
    private const double MostRetired = 0.05;

    public async Task<PlaceImportReport> RunAsync(PlaceImportOrder order, CancellationToken cancellationToken)
    {
        var errors = new ImportErrors();
        var reader = new PlaceListReader(errors, progress);
        foreach (var list in order.Lists)
        {
            reader.Read(list);
        }

        var places = new ListedPlaces(reader.Rows.Values);
        if (errors.Count > 0)
        {
            return new PlaceImportReport { Errors = errors, Villages = places.Villages.Count };
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, PlaceImportSql.Lock, [], cancellationToken);
        await ExecuteAsync(connection, PlaceImportSql.TemporaryTables, [], cancellationToken);
        await places.CheckRegenciesAsync(connection, errors, cancellationToken);
        var copy = new PlaceCopy(connection, progress);
        await copy.PlacesAsync(places, cancellationToken);
        await ExecuteAsync(connection, PlaceImportSql.Analyse, [], cancellationToken);

        progress.Report(new ImportProgress("comparing with the database", places.Villages.Count));
        var needsYes = await TooManyVanishAsync(connection, places, cancellationToken);
        if (errors.Count > 0 || (needsYes.Count > 0 && !order.RetireMany))
        {
            return new PlaceImportReport { Errors = errors, Villages = places.Villages.Count, NeedsYes = needsYes };
        }

        var report = await MergeAsync(connection, places, order, errors, cancellationToken);
        report = await BoundariesAsync(connection, copy, report, order, cancellationToken);
        if (errors.Count > 0 || order.DryRun)
        {
            return report;
        }

        if (Changes(report) > 0)
        {
            await PlaceVersion.RaiseAsync(connection, clock, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return report with { Committed = true };
    }

    private async Task<PlaceImportReport> MergeAsync(
        NpgsqlConnection connection,
        ListedPlaces places,
        PlaceImportOrder order,
        ImportErrors errors,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        Task<int> Run(string sql, params object[] values) => ExecuteAsync(connection, sql, values, cancellationToken);

        var regenciesAdded = await Run(PlaceImportSql.AddRegencies, order.ListVersion);
        var regenciesChanged = await Run(PlaceImportSql.ChangeRegencies, order.ListVersion);
        var subDistrictsChanged = await Run(PlaceImportSql.ChangeSubDistricts, order.ListVersion);
        var subDistrictsAdded = await Run(PlaceImportSql.AddSubDistricts, order.ListVersion);
        await Run(PlaceImportSql.KeepEarlierSpellings, now);
        var changed = await Run(PlaceImportSql.ChangeVillages, order.ListVersion);
        var added = await Run(PlaceImportSql.AddVillages, order.ListVersion);
        var retired = await Run(PlaceImportSql.RetireVillages, today, order.ListVersion, places.RegenciesWithVillages);
        var subDistrictsRetired = await Run(PlaceImportSql.RetireSubDistricts, today, order.ListVersion, places.RegenciesWithSubDistricts);

        return new PlaceImportReport
        {
            Errors = errors,
            Villages = places.Villages.Count,
            VillageCounts = Counts(places.Villages.Count, added, changed, retired),
            SubDistrictCounts = Counts(places.SubDistricts.Count, subDistrictsAdded, subDistrictsChanged, subDistrictsRetired),
            RegencyCounts = Counts(places.Regencies.Count, regenciesAdded, regenciesChanged, 0),
            UnnamedSubDistricts = places.SubDistricts.Count(row => !row.IsNamed),
        };
    }

    private static async Task<PlaceImportReport> BoundariesAsync(
        NpgsqlConnection connection,
        PlaceCopy copy,
        PlaceImportReport report,
        PlaceImportOrder order,
        CancellationToken cancellationToken)
    {
        if (order.Boundaries.Count == 0)
        {
            return report;
        }

        var lines = await copy.BoundariesAsync(order.Boundaries, report.Errors, cancellationToken);
        foreach (var unknown in await CodesAsync(connection, PlaceImportSql.UnknownBoundaries, cancellationToken))
        {
            report.Errors.Add(lines[unknown].File, lines[unknown].Line, $"no list holds a village {unknown}");
        }

        if (report.Errors.Count > 0)
        {
            return report;
        }

        var changed = await ExecuteAsync(connection, PlaceImportSql.PutBoundaries, [order.ListVersion], cancellationToken);
        await ExecuteAsync(connection, PlaceImportSql.PointsFromBoundaries, [], cancellationToken);
        return report with { BoundariesRead = lines.Count, BoundariesChanged = changed };
    }

    private static async Task<List<string>> TooManyVanishAsync(NpgsqlConnection connection, ListedPlaces places, CancellationToken cancellationToken)
    {
        var regencies = new List<string>();
        await using var query = new NpgsqlCommand(PlaceImportSql.Vanishing, connection);
        query.Parameters.Add(new() { Value = places.RegenciesWithVillages });
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var (vanishing, all) = (rows.GetInt64(1), rows.GetInt64(2));
            if (vanishing > all * MostRetired)
            {
                regencies.Add($"{rows.GetString(0)}: {vanishing} of {all} villages would be retired");
            }
        }

        return regencies;
    }

    private static async Task<List<string>> CodesAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var codes = new List<string>();
        await using var query = new NpgsqlCommand(sql, connection);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            codes.Add(rows.GetString(0));
        }

        return codes;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static LevelCounts Counts(int all, int added, int changed, int retired) =>
        new() { Added = added, Changed = changed, Retired = retired, Unchanged = all - added - changed };

    private static int Changes(PlaceImportReport report) => report.BoundariesChanged
        + new[] { report.VillageCounts, report.SubDistrictCounts, report.RegencyCounts }.Sum(counts => counts.Added + counts.Changed + counts.Retired);
}
