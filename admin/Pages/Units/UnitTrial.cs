using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Language.Writing;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Units;

/// <summary>Shows what would become of a resident's message if the unit were open: understood by the bot's own words, routed by the same rules, due by its hours. Nothing is filed.</summary>
public sealed class UnitTrial(BotDbContext database, CatalogueSnapshot catalogue, WorkCalendarBook calendars, TimeProvider time)
{
    public const int LongestMessage = 500;

    /// <summary>Hours offered first (DOMAIN §7).</summary>
    public static readonly TimeOnly UsualOpens = new(8, 0), UsualCloses = new(15, 0);

    /// <summary>The first check is due one working day after filing (DOMAIN §7).</summary>
    private const int CheckDays = 1;

    /// <summary>What would happen to the message of somebody in the unit's area.</summary>
    public async Task<TrialResult> OfAsync(PuskesosUnit unit, string message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var today = IndonesianZone.OfArea(unit.RegencyCode).DayOf(time.GetUtcNow());
        var open = await database.Set<PuskesosUnit>().AsNoTracking()
            .Where(row => row.RegencyCode == unit.RegencyCode && !row.IsTest && row.Code != unit.Code && row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today)).ToListAsync(cancellationToken);
        var village = await database.Set<Village>().AsNoTracking().Where(row => row.Code == unit.AreaCode || row.SubDistrictCode == unit.AreaCode).OrderBy(row => row.Code).FirstOrDefaultAsync(cancellationToken);
        var at = village is null ? null : MapPoint.From(village.Latitude, village.Longitude);
        var before = village is null ? null : RouteRules.Choose(open, village.Code, at);
        var after = village is null ? null : RouteRules.Choose([.. open, unit], village.Code, at);
        var needs = catalogue.Of(unit.RegencyCode);
        var code = catalogue.Words.Complaints.Read(TextNormaliser.Read(message)).Candidates.Select(candidate => candidate.Code).FirstOrDefault(needs.Offers);
        var hours = calendars.Current.For(new Office(unit.RegencyCode, unit.Code, unit.Opens, unit.Closes));
        return new TrialResult(
            village?.Name ?? unit.Name, code is null ? null : needs[code].Label, code is null ? [] : [.. needs.RequiredDocuments([code]).Select(needs.DocumentLabel)],
            after?.UnitName, before?.UnitName, hours.DueAfterWorkingDays(time.GetUtcNow(), CheckDays));
    }
}

/// <summary>What would become of a message.</summary>
/// <param name="Village">Where the resident lives.</param>
/// <param name="Need">What the bot would ask back; null when it would show the menu.</param>
/// <param name="Papers">What it would ask for.</param>
/// <param name="Unit">Who would get the case.</param>
/// <param name="Before">Who gets it now.</param>
/// <param name="CheckedBy">The day by which it would be looked at.</param>
public sealed record TrialResult(string Village, string? Need, IReadOnlyList<string> Papers, string? Unit, string? Before, DateOnly CheckedBy);
