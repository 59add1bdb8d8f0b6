using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>A referral from proposal to answer: form B, the TKSK's review, and what the agency did.</summary>
public sealed class ReferralModel(CurrentOfficer current, CaseReader cases, OfficerDesk desk, OfficerDecisions decisions, BotDbContext database)
    : CaseFormPage(current, cases, database)
{
    /// <summary>Offices close at three (DOMAIN §7).</summary>
    private static readonly TimeOnly EndOfDay = new(15, 0);

    /// <summary>The default term for an answer from outside; the reviewer may change it (journeys: 30 days).</summary>
    private static readonly TimeSpan UsualTerm = TimeSpan.FromDays(30);

    private readonly BotDbContext database = database;

    [BindProperty]
    public ReferralFields Form { get; set; } = new();

    /// <summary>Agencies of the address book and of earlier referrals here, offered while typing.</summary>
    public IReadOnlyList<string> KnownAgencies { get; private set; } = [];

    /// <summary>The referral that is reviewed or outside.</summary>
    public ReferralLine? Open => View.Referrals.FirstOrDefault(line => line.Referral.State == ReferralState.Proposed || line.Referral.IsOutsideNow);

    public bool Reviews => View.Moves.Contains(CaseMove.Refer) && Open is { Referral.State: ReferralState.Proposed };

    /// <summary>Urgent and straight from the intake.</summary>
    public bool RefersAtOnce => View.Moves.Contains(CaseMove.Refer) && View.Case.Status == CaseStatus.New;

    public bool HearsBack => Open is { } open && ReferralNews.MayHear(open.Referral, View.Reader);

    /// <summary>The term offered first.</summary>
    public DateOnly TermOffered => Form.Batas ?? View.Working.Zone.DayOf(View.Now + UsualTerm);

    public Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) => ShowAsync(ticket, may: true, cancellationToken);

    public Task<IActionResult> OnPostProposeAsync(string ticket, CancellationToken cancellationToken) => ActAsync(ticket, reach => desk.MoveAsync(
        reach, ticket, Form.Versi, new MoveRequest(CaseMove.ProposeReferral) { Item = Form.Keperluan, Referral = Form.ToForm(null) }, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostReviewAsync(string ticket, CancellationToken cancellationToken) => ActAsync(ticket, async reach =>
    {
        if (!await LoadAsync(ticket, cancellationToken)) return new MoveResult(MoveAnswer.NotFound);
        DateTimeOffset? due = Form.Batas is { } day ? View.Working.Zone.At(day, View.Unit.Closes ?? EndOfDay) : null;
        var request = Form.Putusan == "kembali"
            ? new MoveRequest(CaseMove.ReturnReferral) { Item = Open?.Referral.ItemNumber, Words = Form.Catatan }
            : new MoveRequest(CaseMove.Refer) { Item = Open?.Referral.ItemNumber, Words = Form.Catatan, Referral = Form.ToForm(due) };
        return await desk.MoveAsync(reach, ticket, Form.Versi, request, cancellationToken);
    }, cancellationToken);

    public Task<IActionResult> OnPostHeardAsync(string ticket, long id, ReferralState kabar, CancellationToken cancellationToken) => ActAsync(ticket, reach => kabar == ReferralState.Returned
        ? desk.MoveAsync(reach, ticket, null, new MoveRequest(CaseMove.AgencyReturned) { Words = Form.Catatan }, cancellationToken)
        : decisions.ReferralHeardAsync(reach, ticket, id, kabar, Form.Catatan, cancellationToken), cancellationToken, $"/kasus/{ticket}/rujukan");

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var unit = View.Unit.Code;
        var regency = View.Case.RegencyCode;
        var book = await database.Set<Agency>().Where(row => row.RegencyCode == regency && row.IsActive).OrderBy(row => row.Kind).ThenBy(row => row.Name).Select(row => row.Name).ToListAsync(cancellationToken);
        var used = await database.Referrals.Join(database.Cases.Where(row => row.UnitCode == unit), row => row.CaseId, row => row.Id, (row, _) => row.Agency).Distinct().OrderBy(name => name).Take(20).ToListAsync(cancellationToken);
        KnownAgencies = [.. book.Union(used, StringComparer.OrdinalIgnoreCase)];
        if (Form.Instansi is not null || Open is not { } open) return;
        (Form.Instansi, Form.Jenis, Form.LuarWilayah) = (open.Referral.Agency, open.Referral.Kind, open.Referral.IsOutside);
    }
}

/// <summary>The fields of the page's forms, named as they stand in the page.</summary>
public sealed class ReferralFields
{
    public uint? Versi { get; set; }

    public int? Keperluan { get; set; }

    public AgencyKind Jenis { get; set; } = AgencyKind.Dinsos;

    public string? Instansi { get; set; }

    public string? Ringkasan { get; set; }

    public string? Temuan { get; set; }

    public string? Permintaan { get; set; }

    public bool LuarWilayah { get; set; }

    public DateOnly? Batas { get; set; }

    public string? Putusan { get; set; }

    public string? Catatan { get; set; }

    public ReferralForm ToForm(DateTimeOffset? due) =>
        new() { Kind = Jenis, Agency = Instansi, Summary = Ringkasan, Findings = Temuan, Request = Permintaan, IsOutside = LuarWilayah, AnswerDueAt = due };
}
