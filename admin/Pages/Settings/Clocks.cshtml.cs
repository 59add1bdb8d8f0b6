using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Settings;

/// <summary>The limits of the clocks of a regency and its categories: what counts, what a change would do, who changed what. For its Dinsos alone.</summary>
public sealed class ClocksModel(CurrentOfficer current, ClockReader reader, ClockSettings settings, ClockPreview preview) : PageModel
{
    private IndonesianZone zone = IndonesianZone.OfArea("33");

    /// <summary>The category chosen; null for all of the regency.</summary>
    [BindProperty(Name = "jenis", SupportsGet = true)]
    public string? Category { get; set; }

    public IReadOnlyList<(string Code, string Label)> Categories { get; private set; } = [];

    public IReadOnlyList<LimitLine> Limits { get; private set; } = [];

    public IReadOnlyList<ChangeLine> History { get; private set; } = [];

    /// <summary>The change that was asked about, with its effect.</summary>
    public ClockChange? Asked { get; private set; }

    public ClockEffect? Effect { get; private set; }

    public string Note { get; private set; } = "";

    public string? Problem { get; private set; }

    /// <summary>Whether an officer may see and change the limits of the regency.</summary>
    public static bool MayRead(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.Dinsos);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await DinsosAsync(cancellationToken) is { } reach ? await ShowAsync(reach, cancellationToken) : NotFound();

    /// <summary>What the change would do; nothing is written.</summary>
    public async Task<IActionResult> OnPostPreviewAsync([FromForm] ChangeForm form, CancellationToken cancellationToken)
    {
        if (await DinsosAsync(cancellationToken) is not { } reach) return NotFound();
        Note = form.Alasan?.Trim() ?? "";
        var change = ChangeOf(reach, form);
        if (change is not { Fits: true }) Problem = AdminWords.T(AdminText.Clocks_BadNumbers);
        else if (Note.Length is 0 or > ClockSettings.LongestNote) Problem = AdminWords.T(AdminText.Clocks_NoNote);
        else (Asked, Effect) = (change, await preview.OfAsync(change, cancellationToken));
        return await ShowAsync(reach, cancellationToken);
    }

    /// <summary>Makes the change.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] ChangeForm form, CancellationToken cancellationToken)
    {
        if (await DinsosAsync(cancellationToken) is not { } reach) return NotFound();
        if (ChangeOf(reach, form) is { } change && await settings.SetAsync(change, form.Alasan ?? "", reach.OfficerId, cancellationToken))
            return LocalRedirect(Category is null ? "/pengaturan/tenggat" : $"/pengaturan/tenggat?jenis={Uri.EscapeDataString(Category)}");
        Problem = AdminWords.T(AdminText.Clocks_BadNumbers);
        return await ShowAsync(reach, cancellationToken);
    }

    /// <summary>"2, 4".</summary>
    public static string Numbers(IEnumerable<int>? values) => values is null ? AdminWords.T(AdminText.Clocks_Standard) : string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The label of a limit.</summary>
    public static string Label(string name) => AdminWords.T($"Clock_{name.Replace('-', '_')}");

    /// <summary>"22 Nov 2026 09.15".</summary>
    public string Moment(DateTimeOffset at) => $"{IndonesianFormat.ShortDate(zone.DayOf(at))} {IndonesianFormat.Time(zone.TimeOf(at))}";

    private async Task<OfficerReach?> DinsosAsync(CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } reach && MayRead(reach) ? reach : null;

    private ClockChange? ChangeOf(OfficerReach reach, ChangeForm form)
    {
        if (form.Nama is not { } name) return null;
        if (form.Standar == "ya") return new(reach.RegencyCode, Category, name, null);
        var numbers = (form.Angka ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var values = new List<int>();
        foreach (var number in numbers)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            values.Add(value);
        }

        return new(reach.RegencyCode, Category, name, values);
    }

    private async Task<IActionResult> ShowAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        zone = IndonesianZone.OfArea(reach.RegencyCode);
        Categories = await reader.CategoriesAsync(cancellationToken);
        if (Category is { } chosen && Categories.All(category => category.Code != chosen)) return NotFound();
        Limits = await reader.LimitsAsync(reach.RegencyCode, Category, cancellationToken);
        History = await reader.HistoryAsync(reach.RegencyCode, cancellationToken);
        return Page();
    }
}

/// <summary>A change as the form sends it.</summary>
public sealed record ChangeForm
{
    /// <summary>Which limit.</summary>
    public string? Nama { get; init; }

    /// <summary>Its numbers, with commas.</summary>
    public string? Angka { get; init; }

    /// <summary>"ya" = back to the standard.</summary>
    public string? Standar { get; init; }

    public string? Alasan { get; init; }
}
