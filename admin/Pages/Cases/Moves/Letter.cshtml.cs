using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Admin.Desk;
using Puskesos.Admin.Security;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>The letter of a referral: one printed page with number and a QR code of the ticket. NIK stays masked.</summary>
public sealed class LetterModel(CurrentOfficer current, CaseReader cases, BotDbContext database, IOptions<AdminAddressOptions> address)
    : CaseFormPage(current, cases, database)
{
    private readonly BotDbContext database = database;

    public ReferralLine Line { get; private set; } = null!;

    public string Regency { get; private set; } = "";

    public string SubDistrict { get; private set; } = "";

    public string Date { get; private set; } = "";

    public string? AnswerDue { get; private set; }

    public string UnitHours { get; private set; } = "";

    /// <summary>The QR code leads to the case, where only an officer gets in.</summary>
    public QrPicture Qr { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string ticket, long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(ticket, cancellationToken) || View.Referrals.FirstOrDefault(line => line.Referral.Id == id) is not { } line) return NotFound();
        Line = line;
        var (zone, village) = (View.Working.Zone, View.Case.VillageCode);
        Regency = await database.Set<Regency>().Where(row => row.Code == View.Case.RegencyCode).Select(row => row.Name).SingleAsync(cancellationToken);
        SubDistrict = await database.Set<Village>().Where(row => row.Code == village).Join(database.Set<SubDistrict>(), row => row.SubDistrictCode, row => row.Code, (_, row) => row.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
        Date = DayOf(zone, line.Referral.SentAt ?? line.Referral.ProposedAt);
        AnswerDue = line.Referral.AnswerDueAt is { } due ? DayOf(zone, due) : null;
        Qr = QrPicture.Of(address.Value.LinkTo(ticket));
        return Page();
    }

    private static string DayOf(IndonesianZone zone, DateTimeOffset at)
    {
        var day = zone.DayOf(at);
        return $"{IndonesianFormat.Date(day)} {day.Year}";
    }
}
