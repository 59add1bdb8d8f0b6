using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers.Opening;

/// <summary>Opens a Puskesos step by step: its card, its hours, its officers; until the last step no case is sent to it (DOMAIN F02, F12).</summary>
public sealed class UnitOpening(BotDbContext database, SettingLog log)
{
    /// <summary>The first day of a unit that is still being made ready: no day of filing reaches it.</summary>
    public static readonly DateOnly NotYet = new(9999, 1, 1);

    /// <summary>Hours outside these are a slip of the key.</summary>
    private static readonly TimeOnly Earliest = new(6, 0), Latest = new(22, 0);

    /// <summary>Who can take a case at a desk.</summary>
    private static readonly Role[] DeskRoles = [Role.FrontOffice, Role.BackOffice];

    /// <summary>Whether a unit is still being made ready.</summary>
    public static bool IsBeingMade(PuskesosUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.ValidFrom >= NotYet;
    }

    /// <summary>Villages and sub-districts of a regency without a unit of their own, open or being made.</summary>
    public async Task<IReadOnlyList<FreeArea>> FreeAreasAsync(string regencyCode, DateOnly today, CancellationToken cancellationToken)
    {
        var taken = await Standing(regencyCode, today).Select(unit => unit.AreaCode).ToListAsync(cancellationToken);
        var villages = await database.Set<Village>().AsNoTracking().Where(row => row.RetiredOn == null && !taken.Contains(row.Code))
            .Join(database.Set<SubDistrict>().Where(row => row.RegencyCode == regencyCode), row => row.SubDistrictCode, row => row.Code, (row, around) => new FreeArea(row.Code, row.Name, around.Name)).ToListAsync(cancellationToken);
        var areas = await database.Set<SubDistrict>().AsNoTracking().Where(row => row.RegencyCode == regencyCode && row.RetiredOn == null && !taken.Contains(row.Code))
            .Select(row => new FreeArea(row.Code, row.Name, row.Name)).ToListAsync(cancellationToken);
        return [.. villages.Concat(areas).OrderBy(area => area.SubDistrict, StringComparer.Ordinal).ThenBy(area => area.Code.Length).ThenBy(area => area.Name, StringComparer.Ordinal)];
    }

    /// <summary>Begins a unit; null for a place of another regency or one that has a unit already.</summary>
    public async Task<PuskesosUnit?> BeginAsync(OfficerReach by, string areaCode, OpeningCard card, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(card);
        if (!card.Fits) return null;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        // Two officers at once: the second waits here and then finds the first one's unit.
        var village = await database.Set<Village>().FromSql($"select * from villages where code = {areaCode} for update").AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var subDistrict = await database.Set<SubDistrict>().FromSql($"select * from sub_districts where code = {village?.SubDistrictCode ?? areaCode} for update").AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (subDistrict?.RegencyCode != by.RegencyCode || await Standing(by.RegencyCode, today).AnyAsync(unit => unit.AreaCode == areaCode, cancellationToken)) return null;
        var kind = village is null ? UnitKind.Kecamatan : village.Kind == VillageKind.Kelurahan ? UnitKind.Kelurahan : UnitKind.Desa;
        var earlier = await database.Set<PuskesosUnit>().CountAsync(unit => unit.AreaCode == areaCode, cancellationToken);
        var made = new PuskesosUnit
        {
            Code = earlier == 0 ? $"PKS-{areaCode}" : $"PKS-{areaCode}-{earlier + 1}",
            Name = card.Name,
            Kind = kind,
            AreaCode = areaCode,
            RegencyCode = by.RegencyCode,
            Latitude = village?.Latitude ?? subDistrict.Latitude,
            Longitude = village?.Longitude ?? subDistrict.Longitude,
            ValidFrom = NotYet,
        };
        Describe(made, card);
        database.Add(made);
        log.Add(new(by, SettingSubject.UnitBegun, made.Code, null, made.Name));
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return made;
    }

    /// <summary>A unit of the regency; null for one of elsewhere or the self-check's.</summary>
    public Task<PuskesosUnit?> FindAsync(string regencyCode, string code, CancellationToken cancellationToken) =>
        database.Set<PuskesosUnit>().SingleOrDefaultAsync(unit => unit.Code == code && unit.RegencyCode == regencyCode && !unit.IsTest, cancellationToken);

    /// <summary>Changes the card; false when it lacks something.</summary>
    public async Task<bool> DescribeAsync(OfficerReach by, PuskesosUnit unit, OpeningCard card, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(card);
        if (!card.Fits) return false;
        var (name, address, phone, neighbours) = (unit.Name, unit.Address, unit.Phone, unit.AcceptsNeighbours);
        Describe(unit, card);
        log.Add(new(by, SettingSubject.UnitName, unit.Code, name, unit.Name));
        log.Add(new(by, SettingSubject.UnitAddress, unit.Code, address, unit.Address));
        log.Add(new(by, SettingSubject.UnitPhone, unit.Code, phone, unit.Phone));
        log.Add(new(by, SettingSubject.UnitNeighbours, unit.Code, SettingLog.Switch(neighbours), SettingLog.Switch(unit.AcceptsNeighbours)));
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Sets the hours; false for hours that no office has.</summary>
    public async Task<bool> SetHoursAsync(PuskesosUnit unit, TimeOnly? opens, TimeOnly? closes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (opens is not { } from || closes is not { } until || from < Earliest || until > Latest || from >= until) return false;
        (unit.Opens, unit.Closes) = (from, until);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The officers who will sit at the desk.</summary>
    public Task<List<Officer>> DeskAsync(PuskesosUnit unit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return database.Users.AsNoTracking().Include(row => row.Roles).Where(row => row.IsActive && row.Roles.Any(role => role.AreaCode == unit.Code)).OrderBy(row => row.Name).ToListAsync(cancellationToken);
    }

    /// <summary>What is still missing before the unit may open; empty when nothing is.</summary>
    public static IReadOnlyList<OpeningStep> Missing(PuskesosUnit unit, IEnumerable<Officer> desk)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var missing = new List<OpeningStep>();
        if (string.IsNullOrWhiteSpace(unit.Address)) missing.Add(OpeningStep.Card);
        if (unit.Opens is null || unit.Closes is null) missing.Add(OpeningStep.Hours);
        if (!desk.Any(officer => officer.Roles.Any(role => role.AreaCode == unit.Code && DeskRoles.Contains(role.Role)))) missing.Add(OpeningStep.Officers);
        return missing;
    }

    /// <summary>From today on cases are sent to it; false when something is missing or it is open already.</summary>
    public async Task<bool> OpenAsync(OfficerReach by, PuskesosUnit unit, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!IsBeingMade(unit) || Missing(unit, await DeskAsync(unit, cancellationToken)).Count > 0) return false;
        unit.ValidFrom = today;
        log.Add(new(by, SettingSubject.UnitOpened, unit.Code, null, SettingNote.Day(today)));
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static void Describe(PuskesosUnit unit, OpeningCard card) =>
        (unit.Name, unit.Address, unit.Phone, unit.AcceptsNeighbours) = (card.Name, card.Address, card.Phone, card.AcceptsNeighbours && unit.Kind is (UnitKind.Desa or UnitKind.Kelurahan));

    private IQueryable<PuskesosUnit> Standing(string regencyCode, DateOnly today) =>
        database.Set<PuskesosUnit>().Where(unit => unit.RegencyCode == regencyCode && !unit.IsTest && (unit.ValidTo == null || unit.ValidTo >= today));
}

/// <summary>The steps before a unit opens.</summary>
public enum OpeningStep
{
    Card,
    Hours,
    Officers,
}
