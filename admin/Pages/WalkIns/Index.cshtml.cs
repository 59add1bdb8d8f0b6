using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.WalkIns;

/// <summary>Walk-ins: one screen, filled in while the person stands at the counter, ends in a printed slip.</summary>
public sealed class IndexModel(CurrentOfficer current, WalkIn walkIn, HelperDesk desk, OfficerUploads uploads, CatalogueSnapshot catalogue, BotDbContext database) : PageModel
{
    /// <summary>The answer that it is nobody of those offered.</summary>
    private const long SomebodyElse = 0;

    [BindProperty]
    public WalkInFields Form { get; set; } = new();

    public CatalogueIndex Catalogue { get; private set; } = CatalogueIndex.Seed;

    public IReadOnlyList<(string Code, string Label)> Villages { get; private set; } = [];

    /// <summary>Somebody who may be the same, shown before saving.</summary>
    public IReadOnlyList<KnownPerson> Likely { get; private set; } = [];

    public WalkInProblem? Problem { get; private set; }

    /// <summary>Photos came with a form that is asked back; a browser without the script does not hold them.</summary>
    public bool PhotosLost { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        // Who has no desk files as a helper: for somebody else, under the own name.
        if (reach.DeskUnits.Length == 0) (Form.Untuk, Form.Nama, Form.Sebagai) = (ForWhom.Other, reach.Name, AdminWords.T($"Role_{WalkIn.RoleOf(reach)}"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        if (await walkIn.FindSentAsync(reach, Form.Sekali, cancellationToken) is { } sent) return await SentBeforeAsync(sent, cancellationToken);
        Problem = Missing();
        if (Problem is not null) return Again();
        var form = ToForm();
        // Only somebody who is offered can be chosen: a number of one's own making would show another person's name.
        if (Form.Orang != SomebodyElse)
        {
            Likely = await walkIn.LikelyAsync(reach, form, cancellationToken);
            if (Form.Orang is null ? Likely.Count > 0 : Likely.All(person => person.Id != Form.Orang)) return Again();
        }

        var filed = await desk.FileAsync(reach, form, Catalogue, cancellationToken);
        await KeepPhotosAsync(filed.Case.Id, cancellationToken);
        return LocalRedirect($"/loket/{filed.Case.Ticket}/slip");
    }

    private async Task<OfficerReach?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !reach.MayFile) return null;
        Catalogue = catalogue.Of(reach.RegencyCode);
        var areas = await database.Set<PuskesosUnit>().Where(unit => reach.DeskUnits.Contains(unit.Code)).OrderBy(unit => unit.Code).Select(unit => unit.AreaCode).ToListAsync(cancellationToken);
        var near = areas.Select(area => PlaceCode.IsVillage(area) ? PlaceCode.SubDistrictOf(area) : area).ToArray();
        var villages = await database.Set<Village>().Where(row => row.RetiredOn == null && row.Code.StartsWith(reach.RegencyCode))
            .Join(database.Set<SubDistrict>(), row => row.SubDistrictCode, row => row.Code, (row, sub) => new { row.Code, row.Name, Sub = sub.Name }).ToListAsync(cancellationToken);
        // The unit's own village first, then its sub-district, then the rest of the regency.
        var isHelper = reach.DeskUnits.Length == 0;
        Villages = [.. villages.Where(row => !isHelper || reach.FilingAreas.Any(area => row.Code == area || row.Code.StartsWith($"{area}.", StringComparison.Ordinal))).OrderBy(row => areas.Contains(row.Code) ? 0 : near.Any(area => row.Code.StartsWith(area, StringComparison.Ordinal)) ? 1 : 2).ThenBy(row => row.Name, StringComparer.Ordinal).Select(row => (row.Code, $"{row.Name}, {row.Sub}"))];
        return reach;
    }

    private WalkInProblem? Missing()
    {
        if (string.IsNullOrWhiteSpace(Form.Nama)) return new(AdminText.WalkIn_NoName, "nama");
        if (Villages.All(village => village.Code != Form.Desa)) return new(AdminText.WalkIn_NoVillage, "desa");
        if (Form.Keperluan.Length == 0 || Form.Keperluan.Any(code => !Catalogue.Offers(code))) return new(AdminText.WalkIn_NoNeed, "s2");
        if (string.IsNullOrWhiteSpace(Form.Cerita)) return new(AdminText.WalkIn_NoStory, "cerita");
        if (!string.IsNullOrWhiteSpace(Form.Hp) && PhoneNumberReader.Find(Form.Hp).Count == 0) return new(AdminText.WalkIn_BadPhone, "hp");
        if (!string.IsNullOrWhiteSpace(Form.Nik) && Digits(Form.Nik) is null) return new(AdminText.WalkIn_BadNik, "nik");
        if (!string.IsNullOrWhiteSpace(Form.Kk) && Digits(Form.Kk) is null) return new(AdminText.WalkIn_BadKk, "kk");
        if (Form.Untuk != ForWhom.Self && string.IsNullOrWhiteSpace(Form.NamaDibantu)) return new(AdminText.WalkIn_NoHelped, "dibantu");
        if (Form.Untuk == ForWhom.Other && MissingOfHelped() is { } missing) return missing;
        return Form.Izin ? null : new(AdminText.WalkIn_NoConsent, "s4");
    }

    private WalkInProblem? MissingOfHelped()
    {
        if (Form.Persetujuan is not (HelpedConsent.Pending or HelpedConsent.Given or HelpedConsent.CannotBeAsked)) return new(AdminText.WalkIn_NoAgreement, "setuju");
        if (Form.Persetujuan == HelpedConsent.CannotBeAsked && string.IsNullOrWhiteSpace(Form.Alasan)) return new(AdminText.WalkIn_NoReason, "alasan");
        return !string.IsNullOrWhiteSpace(Form.HpDibantu) && Phone(Form.HpDibantu) is null ? new(AdminText.WalkIn_BadPhone, "hpdibantu") : null;
    }

    private WalkInForm ToForm() => new()
    {
        Name = Form.Nama!.Trim(),
        Phone = Phone(Form.Hp),
        Nik = Digits(Form.Nik),
        Kk = Digits(Form.Kk),
        VillageCode = Form.Desa!,
        AddressNote = string.IsNullOrWhiteSpace(Form.Alamat) ? null : Form.Alamat.Trim(),
        Needs = Form.Keperluan,
        Story = IdentityNumberReader.Mask(Form.Cerita!.Trim()),
        ForWhom = Form.Untuk,
        HelpedName = Form.NamaDibantu?.Trim(),
        HelpedPhone = Phone(Form.HpDibantu),
        HelpedConsent = Form.Persetujuan,
        HelpedReason = Form.Persetujuan == HelpedConsent.CannotBeAsked ? Form.Alasan?.Trim() : null,
        HelperRole = string.IsNullOrWhiteSpace(Form.Sebagai) ? null : Form.Sebagai.Trim(),
        OnceKey = Form.Sekali,
        KnownResidentId = Form.Orang > 0 ? Form.Orang : null,
    };

    /// <summary>The form has come before; photos that were lost on that way are kept now.</summary>
    private async Task<IActionResult> SentBeforeAsync(string ticket, CancellationToken cancellationToken)
    {
        var id = await database.Cases.Where(row => row.Ticket == ticket).Select(row => row.Id).SingleAsync(cancellationToken);
        if (!await database.Documents.AnyAsync(row => row.CaseId == id, cancellationToken)) await KeepPhotosAsync(id, cancellationToken);
        return LocalRedirect($"/loket/{ticket}/slip");
    }

    private async Task KeepPhotosAsync(long caseId, CancellationToken cancellationToken)
    {
        foreach (var photo in Request.Form.Files.Where(file => file.Length > 0))
        {
            await using var content = photo.OpenReadStream();
            var kept = await uploads.KeepAsync(database, content, new UploadPlace(caseId, Catalogue.Knows(photo.Name) ? photo.Name : null), cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            if (kept?.Kind is { } kind && FileFaults.Of(kept) is not (FileFault.NotAPaper or FileFault.Unreadable or FileFault.Locked))
                await database.AwaitedDocuments.Where(row => row.CaseId == caseId && row.Kind == kind).ExecuteUpdateAsync(set => set.SetProperty(row => row.DocumentId, kept.Id), cancellationToken);
        }
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        PhotosLost = Request.Form.Files.Any(file => file.Length > 0);
        return Page();
    }

    private static string? Phone(string? written) => PhoneNumberReader.Find(written).Select(found => found.E164).FirstOrDefault();

    /// <summary>NIK and KK have sixteen digits.</summary>
    private static string? Digits(string? written) =>
        written is not null && new string([.. written.Where(char.IsAsciiDigit)]) is { Length: 16 } digits ? digits : null;
}

/// <summary>What is missing or cannot be right, and where on the long page it stands.</summary>
public sealed record WalkInProblem(string TextKey, string At);

/// <summary>The fields of the form, named as they stand in the page.</summary>
public sealed class WalkInFields
{
    public string? Nama { get; set; }

    public string? Hp { get; set; }

    public string? Nik { get; set; }

    public string? Kk { get; set; }

    public string? Desa { get; set; }

    public string? Alamat { get; set; }

    public ForWhom Untuk { get; set; }

    public string? NamaDibantu { get; set; }

    public string? HpDibantu { get; set; }

    /// <summary>What the reporter is to the person helped.</summary>
    public string? Sebagai { get; set; }

    /// <summary>How the person helped agrees.</summary>
    public HelpedConsent Persetujuan { get; set; } = HelpedConsent.Pending;

    /// <summary>Why the person helped cannot be asked.</summary>
    public string? Alasan { get; set; }

    /// <summary>The key of this form; the same form sent twice files once.</summary>
    public Guid? Sekali { get; set; }

    public string[] Keperluan { get; set; } = [];

    public string? Cerita { get; set; }

    public bool Izin { get; set; }

    /// <summary>The person recognised; 0 = somebody else of that name.</summary>
    public long? Orang { get; set; }
}
