using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Pages.Settings;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Settings;

namespace Puskesos.Admin.Pages.Agencies;

/// <summary>One agency of the address book.</summary>
public sealed class EditModel(CurrentOfficer current, AgencyBook book, SettingHistory history) : PageModel
{
    private static readonly SettingSubject[] OfAgency = [.. Enum.GetValues<SettingSubject>().Where(subject => subject is >= SettingSubject.AgencyKind and <= SettingSubject.AgencyOffered)];

    [BindProperty]
    public AgencyFields Form { get; set; } = new();

    /// <summary>Null = a new one.</summary>
    public Agency? Known { get; private set; }

    public string Regency { get; private set; } = "";

    /// <summary>Who changed what of it.</summary>
    public IReadOnlyList<SettingLine> History { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string which, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(which, cancellationToken) is null) return NotFound();
        if (Known is { } known) Form = AgencyFields.Of(known);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string which, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(which, cancellationToken) is not { } reach) return NotFound();
        var said = Form.ToAgency(reach.RegencyCode, Known?.Id ?? 0);
        Problem = said is null ? AdminWords.T(AdminText.Agencies_Incomplete) : await book.SaveAsync(reach, said, cancellationToken) ? null : AdminWords.T(AdminText.Agencies_Taken);
        if (Problem is null) return LocalRedirect("/instansi");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<OfficerReach?> PrepareAsync(string which, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !AgencyBook.MayChange(reach)) return null;
        Regency = reach.RegencyCode;
        if (which == "baru") return reach;
        Known = long.TryParse(which, out var id) ? await book.FindAsync(reach.RegencyCode, id, cancellationToken) : null;
        if (Known is not { } known) return null;
        History = await history.ListAsync(reach, OfAgency, AgencyBook.KeyOf(known.Id), await history.AreasAsync(reach, cancellationToken), cancellationToken);
        return reach;
    }
}

/// <summary>The fields of the form, named as they stand in the page.</summary>
public sealed class AgencyFields
{
    public AgencyKind Jenis { get; set; } = AgencyKind.Dinsos;

    public string? Nama { get; set; }

    public string? Telepon { get; set; }

    public string? Jam { get; set; }

    public string? Alamat { get; set; }

    public string? Catatan { get; set; }

    public bool LuarWilayah { get; set; }

    public bool Aktif { get; set; } = true;

    public static AgencyFields Of(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return new AgencyFields
        {
            Jenis = agency.Kind,
            Nama = agency.Name,
            Telepon = agency.Phone,
            Jam = agency.Hours,
            Alamat = agency.Address,
            Catatan = agency.Note,
            LuarWilayah = agency.IsOutside,
            Aktif = agency.IsActive,
        };
    }

    /// <summary>What was typed; null without a name or when something is too long.</summary>
    public Agency? ToAgency(string regencyCode, long id)
    {
        var (name, phone, hours, address, note) = (Plain(Nama), Plain(Telepon), Plain(Jam), Plain(Alamat), Plain(Catatan));
        var fits = name is { Length: <= Referral.LongestAgency } && Enum.IsDefined(Jenis) && phone is null or { Length: <= Agency.LongestPhone } && hours is null or { Length: <= Agency.LongestHours }
            && address is null or { Length: <= Agency.LongestAddress } && note is null or { Length: <= Agency.LongestNote };
        return fits && name is not null
            ? new Agency { Id = id, RegencyCode = regencyCode, Kind = Jenis, Name = name, Phone = phone, Hours = hours, Address = address, Note = note, IsOutside = LuarWilayah, IsActive = Aktif }
            : null;
    }

    private static string? Plain(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim() is { Length: > 0 } words ? words : null;
}
