using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.WalkIns;

/// <summary>Walk-ins: one screen, filled in while the person stands at the counter, ends in a printed slip.</summary>
public sealed class IndexModel(CurrentOfficer current, WalkIn walkIn, OfficerUploads uploads, CatalogueSnapshot catalogue, BotDbContext database) : PageModel
{
    [BindProperty]
    public WalkInFields Form { get; set; } = new();

    public CatalogueIndex Catalogue { get; private set; } = CatalogueIndex.Seed;

    public IReadOnlyList<(string Code, string Label)> Villages { get; private set; } = [];

    /// <summary>Somebody who may be the same, shown before saving.</summary>
    public IReadOnlyList<KnownPerson> Likely { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        Problem = Missing();
        if (Problem is not null) return Again();
        var form = ToForm();
        if (Form.Orang is null)
        {
            Likely = await walkIn.LikelyAsync(reach, form, cancellationToken);
            if (Likely.Count > 0) return Again();
        }

        var filed = await walkIn.FileAsync(reach, form, Catalogue, cancellationToken);
        await KeepPhotosAsync(filed, cancellationToken);
        return LocalRedirect($"/loket/{filed.Case.Ticket}/slip");
    }

    private async Task<OfficerReach?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || reach.DeskUnits.Length == 0) return null;
        Catalogue = catalogue.Of(reach.RegencyCode);
        var areas = await database.Set<PuskesosUnit>().Where(unit => reach.DeskUnits.Contains(unit.Code)).OrderBy(unit => unit.Code).Select(unit => unit.AreaCode).ToListAsync(cancellationToken);
        var near = areas.Select(area => PlaceCode.IsVillage(area) ? PlaceCode.SubDistrictOf(area) : area).ToArray();
        var villages = await database.Set<Village>().Where(row => row.RetiredOn == null && row.Code.StartsWith(reach.RegencyCode))
            .Join(database.Set<SubDistrict>(), row => row.SubDistrictCode, row => row.Code, (row, sub) => new { row.Code, row.Name, Sub = sub.Name }).ToListAsync(cancellationToken);
        // The unit's own village first, then its sub-district, then the rest of the regency.
        Villages = [.. villages.OrderBy(row => areas.Contains(row.Code) ? 0 : near.Any(area => row.Code.StartsWith(area, StringComparison.Ordinal)) ? 1 : 2).ThenBy(row => row.Name, StringComparer.Ordinal).Select(row => (row.Code, $"{row.Name}, {row.Sub}"))];
        return reach;
    }

    private string? Missing()
    {
        if (string.IsNullOrWhiteSpace(Form.Nama)) return AdminWords.T(AdminText.WalkIn_NoName);
        if (Villages.All(village => village.Code != Form.Desa)) return AdminWords.T(AdminText.WalkIn_NoVillage);
        if (Form.Keperluan.Length == 0 || Form.Keperluan.Any(code => !Catalogue.Offers(code))) return AdminWords.T(AdminText.WalkIn_NoNeed);
        if (string.IsNullOrWhiteSpace(Form.Cerita)) return AdminWords.T(AdminText.WalkIn_NoStory);
        if (!string.IsNullOrWhiteSpace(Form.Hp) && PhoneNumberReader.Find(Form.Hp).Count == 0) return AdminWords.T(AdminText.WalkIn_BadPhone);
        if (!string.IsNullOrWhiteSpace(Form.Nik) && Digits(Form.Nik) is null) return AdminWords.T(AdminText.WalkIn_BadNik);
        if (Form.Untuk != ForWhom.Self && string.IsNullOrWhiteSpace(Form.NamaDibantu)) return AdminWords.T(AdminText.WalkIn_NoHelped);
        return Form.Izin ? null : AdminWords.T(AdminText.WalkIn_NoConsent);
    }

    private WalkInForm ToForm() => new()
    {
        Name = Form.Nama!.Trim(),
        Phone = PhoneNumberReader.Find(Form.Hp).Select(found => found.E164).FirstOrDefault(),
        Nik = Digits(Form.Nik),
        Kk = Digits(Form.Kk),
        VillageCode = Form.Desa!,
        AddressNote = string.IsNullOrWhiteSpace(Form.Alamat) ? null : Form.Alamat.Trim(),
        Needs = Form.Keperluan,
        Story = IdentityNumberReader.Mask(Form.Cerita!.Trim()),
        ForWhom = Form.Untuk,
        HelpedName = Form.NamaDibantu?.Trim(),
        KnownResidentId = Form.Orang > 0 ? Form.Orang : null,
    };

    private async Task KeepPhotosAsync(FiledCase filed, CancellationToken cancellationToken)
    {
        foreach (var photo in Request.Form.Files.Where(file => file.Length > 0))
        {
            await using var content = photo.OpenReadStream();
            var kept = await uploads.KeepAsync(database, content, new UploadPlace(filed.Case.Id, Catalogue.Knows(photo.Name) ? photo.Name : null), cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            if (kept?.Kind is { } kind)
                await database.AwaitedDocuments.Where(row => row.CaseId == filed.Case.Id && row.Kind == kind).ExecuteUpdateAsync(set => set.SetProperty(row => row.DocumentId, kept.Id), cancellationToken);
        }
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>NIK and KK have sixteen digits.</summary>
    private static string? Digits(string? written) =>
        written is not null && new string([.. written.Where(char.IsAsciiDigit)]) is { Length: 16 } digits ? digits : null;
}

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

    public string[] Keperluan { get; set; } = [];

    public string? Cerita { get; set; }

    public bool Izin { get; set; }

    /// <summary>The person recognised; 0 = somebody else of that name.</summary>
    public long? Orang { get; set; }
}
