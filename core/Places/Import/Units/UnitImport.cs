using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Places.Import;

/// <summary>What an import of units changed, and which regencies it began to serve.</summary>
public sealed record UnitImportReport(
    int Added,
    int Changed,
    int Unchanged,
    IReadOnlyList<string> NowServed,
    ImportErrors Errors,
    bool Committed);

/// <summary>
/// Brings a list of units into the database, all or nothing. A regency that gets its first units is served from then on and gets
/// its area letters; units are never deleted by a list, they end by valid_to.
/// </summary>
public sealed class UnitImport(BotDbContext db, TimeProvider clock)
{
    public async Task<UnitImportReport> RunAsync(string path, bool dryRun, CancellationToken cancellationToken)
    {
        var errors = new ImportErrors();
        var reader = new UnitListReader(errors, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        reader.Read(path);
        await CheckAreasAsync(reader, Path.GetFileName(path), errors, cancellationToken);
        if (errors.Count > 0)
        {
            return new UnitImportReport(0, 0, 0, [], errors, Committed: false);
        }

        var known = await db.Set<PuskesosUnit>().ToDictionaryAsync(unit => unit.Code, cancellationToken);
        var added = 0;
        foreach (var unit in reader.Units)
        {
            if (known.TryGetValue(unit.Code, out var row))
            {
                Take(row, unit);
            }
            else
            {
                db.Add(unit);
                added++;
            }
        }

        var changed = db.ChangeTracker.Entries<PuskesosUnit>().Count(entry => entry.State == EntityState.Modified);
        var served = await ServeAsync(reader.Units, cancellationToken);
        var report = new UnitImportReport(added, changed, reader.Units.Count - added - changed, served, errors, Committed: !dryRun);
        if (dryRun || added + changed + served.Count == 0)
        {
            db.ChangeTracker.Clear();
            return report;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await PlaceVersion.RaiseAsync(db, clock, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }

    private async Task CheckAreasAsync(UnitListReader reader, string file, ImportErrors errors, CancellationToken cancellationToken)
    {
        var areas = reader.Units.Select(unit => unit.AreaCode).Distinct().ToList();
        var villages = await db.Set<Village>().Where(row => areas.Contains(row.Code) && row.RetiredOn == null).Select(row => row.Code).ToListAsync(cancellationToken);
        var subDistricts = await db.Set<SubDistrict>().Where(row => areas.Contains(row.Code) && row.RetiredOn == null).Select(row => row.Code).ToListAsync(cancellationToken);
        var regencies = await db.Set<Regency>().Where(row => areas.Contains(row.Code)).Select(row => row.Code).ToListAsync(cancellationToken);
        var found = villages.Concat(subDistricts).Concat(regencies).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in reader.Units.Where(unit => !found.Contains(unit.AreaCode)))
        {
            errors.Add(file, reader.LineOf(unit.Code), $"unit {unit.Code} serves {unit.AreaCode}, which no imported list holds");
        }
    }

    private async Task<List<string>> ServeAsync(IEnumerable<PuskesosUnit> units, CancellationToken cancellationToken)
    {
        var codes = units.Select(unit => unit.RegencyCode).Distinct().ToList();
        var regencies = await db.Set<Regency>().ToListAsync(cancellationToken);
        var taken = regencies.Where(row => row.IsServed).Select(row => row.AreaLetters!).ToHashSet();
        var served = new List<string>();
        foreach (var regency in regencies.Where(row => !row.IsServed && codes.Contains(row.Code)))
        {
            regency.AreaLetters = AreaLettersChoice.For(regency.ShortName, taken);
            taken.Add(regency.AreaLetters);
            served.Add($"{regency.Code} {regency.Name}: {regency.AreaLetters}");
        }

        return served;
    }

    private static void Take(PuskesosUnit row, PuskesosUnit listed)
    {
        row.Name = listed.Name;
        row.Kind = listed.Kind;
        row.AreaCode = listed.AreaCode;
        row.RegencyCode = listed.RegencyCode;
        row.AcceptsNeighbours = listed.AcceptsNeighbours;
        row.Latitude = listed.Latitude;
        row.Longitude = listed.Longitude;
        row.Address = listed.Address;
        row.Phone = listed.Phone;
        row.Opens = listed.Opens;
        row.Closes = listed.Closes;
        row.ValidFrom = listed.ValidFrom;
        row.ValidTo = listed.ValidTo;
    }
}
