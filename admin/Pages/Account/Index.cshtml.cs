using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Account;

/// <summary>The officer's own page: duties, and the code that links a phone for notices.</summary>
public sealed class IndexModel(CurrentOfficer current, OfficerLinking linking, DeskSessions sessions, BotDbContext database) : PageModel
{
    /// <summary>Shown once, right after it was made.</summary>
    public string? Code { get; private set; }

    public IReadOnlyList<(long AddressId, string Channel, string Since)> Links { get; private set; } = [];

    /// <summary>Browsers in which the officer is signed in.</summary>
    public IReadOnlyList<(Guid Id, string Device, string Since, bool IsThis)> Sessions { get; private set; } = [];

    public IReadOnlyList<(string Role, string Place)> Roles { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        Code = await linking.IssueAsync(database, reach.OfficerId, cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostUnlinkAsync([FromForm] long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        await database.OfficerLinks.Where(link => link.OfficerId == reach.OfficerId && link.AddressId == id).ExecuteDeleteAsync(cancellationToken);
        return LocalRedirect("/akun");
    }

    /// <summary>Signs another browser out, or all others.</summary>
    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid? id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        await sessions.EndAsync(reach.OfficerId, id, await DeskSessions.CurrentAsync(HttpContext), cancellationToken);
        return LocalRedirect("/akun");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        var zone = IndonesianZone.OfArea(reach.RegencyCode);
        var links = await database.OfficerLinks.Where(link => link.OfficerId == reach.OfficerId)
            .Join(database.Addresses, link => link.AddressId, address => address.Id, (link, address) => new { link.AddressId, link.LinkedAt, address.Channel }).ToListAsync(cancellationToken);
        Links = [.. links.Select(link => (link.AddressId, StateWords.Of(link.Channel), AdminWords.T(AdminText.Account_Since, ("date", IndonesianFormat.ShortDate(zone.DayOf(link.LinkedAt))))))];
        var here = await DeskSessions.CurrentAsync(HttpContext);
        Sessions = [.. (await sessions.ListAsync(reach.OfficerId, SignInSetup.Session, cancellationToken)).Select(row => (row.Id, row.Device, $"{IndonesianFormat.ShortDate(zone.DayOf(row.StartedAt))} {IndonesianFormat.Time(zone.TimeOf(row.StartedAt))}", row.Id == here))];
        var held = await database.OfficerRoles.Where(role => role.OfficerId == reach.OfficerId).OrderBy(role => role.Id).ToListAsync(cancellationToken);
        var units = await database.Set<PuskesosUnit>().Where(unit => unit.RegencyCode == reach.RegencyCode).ToDictionaryAsync(unit => unit.Code, unit => unit.Name, cancellationToken);
        var areas = await database.Set<SubDistrict>().Where(area => area.RegencyCode == reach.RegencyCode).ToDictionaryAsync(area => area.Code, area => $"Kecamatan {area.Name}", cancellationToken);
        Roles = [.. held.Select(role => (AdminWords.T($"Role_{role.Role}"), units.GetValueOrDefault(role.AreaCode) ?? areas.GetValueOrDefault(role.AreaCode) ?? AdminWords.T(AdminText.Account_Regency)))];
        return Page();
    }
}
