using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>The TKSK or SLRT gives a case to another unit or officer, with a reason.</summary>
public sealed class TransferModel(CurrentOfficer current, CaseReader cases, OfficerDecisions decisions, BotDbContext database) : CaseFormPage(current, cases, database)
{
    private readonly BotDbContext database = database;

    [BindProperty(Name = "tujuan")]
    public string? Target { get; set; }

    [BindProperty(Name = "alasan")]
    public string? Reason { get; set; }

    [BindProperty(Name = "Form.Versi")]
    public uint? Seen { get; set; }

    /// <summary>Units in reach with the officers there: "unit" or "unit/officer".</summary>
    public IReadOnlyList<(string UnitName, IReadOnlyList<(string Value, string Label)> Choices)> Targets { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) => ShowAsync(ticket, may: true, cancellationToken);

    public Task<IActionResult> OnPostAsync(string ticket, CancellationToken cancellationToken)
    {
        var parts = (Target ?? "").Split('/');
        long? officer = parts.Length == 2 && long.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
        return ActAsync(ticket, reach => decisions.TransferAsync(reach, ticket, new TransferForm(parts[0], officer, Reason, Seen), cancellationToken), cancellationToken);
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!CaseTransfers.MayTransfer(View.Case, View.Reader)) return;
        var units = await database.Set<PuskesosUnit>().AsNoTracking().Where(unit => unit.RegencyCode == Reach.RegencyCode && !unit.IsTest).OrderBy(unit => unit.Name).ToListAsync(cancellationToken);
        units = [.. units.Where(unit => unit.Code == View.Unit.Code || (unit.IsOpenOn(View.Today) && Reach.RolesAt(unit.Code).Overlaps([Role.Tksk, Role.Slrt])))];
        var codes = units.Select(unit => unit.Code).ToArray();
        var (acting, today) = (CaseTransfers.MayHave(View.Case).ToArray(), View.Today);
        var people = await database.OfficerRoles.Where(role => codes.Contains(role.AreaCode) && acting.Contains(role.Role))
            .Join(database.Users.Where(officer => officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today)), role => role.OfficerId, officer => officer.Id, (role, officer) => new { role.AreaCode, officer.Id, officer.Name }).Distinct().ToListAsync(cancellationToken);
        Targets = [.. units.Select(unit => (unit.Name, Choices(unit, people.Where(row => row.AreaCode == unit.Code).Select(row => (row.Id, row.Name)))))];
    }

    private IReadOnlyList<(string, string)> Choices(PuskesosUnit unit, IEnumerable<(long Id, string Name)> people) =>
    [
        .. unit.Code == View.Unit.Code ? Array.Empty<(string, string)>() : [(unit.Code, unit.Name)],
        .. people.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => ($"{unit.Code}/{row.Id}", $"{row.Name}, {unit.Name}")),
    ];
}
