using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>Plans a home visit and takes its report: form C with photos that know where they were taken.</summary>
public sealed class VisitModel(CurrentOfficer current, CaseReader cases, OfficerDesk desk, OfficerUploads uploads, BotDbContext database)
    : CaseFormPage(current, cases, database)
{
    /// <summary>What the photos of a visit show (DOMAIN §3, form C).</summary>
    public static readonly IReadOnlyList<string> PhotoKinds = ["RUMAH_DEPAN", "RUMAH_DALAM", "RUMAH_WC"];

    private readonly BotDbContext database = database;

    [BindProperty]
    public VisitFields Form { get; set; } = new();

    /// <summary>Who can go: everybody of the unit, fasilitators first.</summary>
    public IReadOnlyList<(long Id, string Name)> Visitors { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) => ShowAsync(ticket, may: true, cancellationToken);

    public Task<IActionResult> OnPostPlanAsync(string ticket, CancellationToken cancellationToken) => ActAsync(ticket, async reach =>
    {
        if (!await LoadAsync(ticket, cancellationToken)) return new MoveResult(MoveAnswer.NotFound);
        VisitPlan? plan = Form is { Tanggal: { } day, Jam: { } time, Petugas: { } visitor } ? new VisitPlan(View.Working.Zone.At(day, time), visitor) : null;
        return await desk.MoveAsync(reach, ticket, Form.Versi, new MoveRequest(CaseMove.PlanVisit) { Item = Form.Keperluan, Visit = plan }, cancellationToken);
    }, cancellationToken);

    public Task<IActionResult> OnPostReportAsync(string ticket, CancellationToken cancellationToken) => ActAsync(ticket, async reach =>
    {
        var result = await desk.MoveAsync(reach, ticket, Form.Versi, new MoveRequest(CaseMove.ReportVisit) { Item = Form.Keperluan, Report = Form.ToForm() }, cancellationToken);
        // A report that a weak signal sent twice: the second brings the photos that the first lost.
        if (result.IsDone) await KeepPhotosAsync(ticket, cancellationToken);
        return result;
    }, cancellationToken);

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var unit = View.Unit.Code;
        var found = await database.OfficerRoles.Where(role => role.AreaCode == unit && (role.Role == Role.Fasilitator || role.Role == Role.BackOffice || role.Role == Role.FrontOffice))
            .Join(database.Users.Where(officer => officer.IsActive), role => role.OfficerId, officer => officer.Id, (role, officer) => new { officer.Id, officer.Name, role.Role })
            .ToListAsync(cancellationToken);
        Visitors = [.. found.OrderBy(row => row.Role == Role.Fasilitator ? 0 : 1).ThenBy(row => row.Name).Select(row => (row.Id, row.Name)).Distinct()];
    }

    private async Task KeepPhotosAsync(string ticket, CancellationToken cancellationToken)
    {
        var visit = await database.Cases.Where(row => row.Ticket == ticket)
            .Join(database.Visits, row => row.Id, row => row.CaseId, (_, row) => row).OrderByDescending(row => row.DoneAt != null).ThenByDescending(row => row.Id).FirstAsync(cancellationToken);
        foreach (var kind in PhotoKinds)
        {
            if (Request.Form.Files[kind] is not { Length: > 0 } photo || await database.Documents.AnyAsync(row => row.VisitId == visit.Id && row.Kind == kind, cancellationToken)) continue;
            await using var content = photo.OpenReadStream();
            await uploads.KeepAsync(database, content, new UploadPlace(visit.CaseId, kind, visit.Id, Pin(kind)), cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The place that the phone gave with a photo, "-6.9,109.1", by the small script; without it the photo has none.</summary>
    private (double, double)? Pin(string kind)
    {
        var parts = Request.Form[$"{kind}_lokasi"].ToString().Split(',');
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? (latitude, longitude) : null;
    }
}

/// <summary>The fields of both forms, named as they stand in the page.</summary>
public sealed class VisitFields
{
    public uint? Versi { get; set; }

    public int? Keperluan { get; set; }

    public DateOnly? Tanggal { get; set; }

    public TimeOnly? Jam { get; set; }

    public long? Petugas { get; set; }

    public string? Bertemu { get; set; }

    public string? Atap { get; set; }

    public string? Lantai { get; set; }

    public string? Dinding { get; set; }

    public string? Toilet { get; set; }

    public int? Anggota { get; set; }

    public string? Pekerjaan { get; set; }

    public string? Penghasilan { get; set; }

    public string? Aset { get; set; }

    public string? Bantuan { get; set; }

    public string? Saran { get; set; }

    public VisitForm ToForm() => new()
    {
        Met = Bertemu,
        Roof = Atap,
        Floor = Lantai,
        Walls = Dinding,
        Toilet = Toilet,
        People = Anggota,
        Work = Pekerjaan,
        Income = Penghasilan,
        Assets = Aset,
        Programmes = Bantuan,
        Advice = Saran,
    };
}
