using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Account;

/// <summary>The officer's passkeys: the lock of the own phone or laptop opens the desk. A new one wants the password once more.</summary>
public sealed class PasskeysModel(UserManager<Officer> officers, SignInManager<Officer> signIn) : PageModel
{
    /// <summary>Phone, laptop, and their successors.</summary>
    private const int MostKeys = 8;

    public IReadOnlyList<(string Id, string Name, string Since)> Keys { get; private set; } = [];

    public bool IsDemo { get; private set; }

    public string Device { get; private set; } = "";

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await officers.GetUserAsync(User) is { } officer ? await ShowAsync(officer) : NotFound();

    /// <summary>What the device needs for a new key; only with the right password, so that an unwatched screen is not enough.</summary>
    public async Task<IActionResult> OnPostOptionsAsync([FromForm(Name = "sandi")] string? password)
    {
        if (await officers.GetUserAsync(User) is not { IsDemo: false } officer) return NotFound();
        if (await officers.IsLockedOutAsync(officer) || (await officers.GetPasskeysAsync(officer)).Count >= MostKeys) return StatusCode(StatusCodes.Status422UnprocessableEntity);
        if (!await officers.CheckPasswordAsync(officer, password ?? ""))
        {
            await officers.AccessFailedAsync(officer);
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        var id = await officers.GetUserIdAsync(officer);
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = id, Name = officer.Email!, DisplayName = officer.Name }), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync([FromForm(Name = "kunci")] string? credential, [FromForm(Name = "nama")] string? name)
    {
        if (await officers.GetUserAsync(User) is not { IsDemo: false } officer) return NotFound();
        if (await MadeAsync(credential) is not { Succeeded: true } made || made.UserEntity!.Id != await officers.GetUserIdAsync(officer)) return await WrongAsync(officer);
        made.Passkey!.Name = string.IsNullOrWhiteSpace(name) ? DeviceNames.Of(Request.Headers.UserAgent.ToString()) : name.Trim()[..Math.Min(name.Trim().Length, OfficerSession.LongestDevice)];
        return (await officers.AddOrUpdatePasskeyAsync(officer, made.Passkey)).Succeeded ? LocalRedirect("/akun/kunci") : await WrongAsync(officer);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] string? id)
    {
        if (await officers.GetUserAsync(User) is not { } officer) return NotFound();
        var known = (await officers.GetPasskeysAsync(officer)).FirstOrDefault(key => WebEncoders.Base64UrlEncode(key.CredentialId) == id);
        if (known is not null) await officers.RemovePasskeyAsync(officer, known.CredentialId);
        return LocalRedirect("/akun/kunci");
    }

    /// <summary>What the device made; null when no challenge is under way in this browser.</summary>
    private async Task<PasskeyAttestationResult?> MadeAsync(string? credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential ?? "");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<IActionResult> WrongAsync(Officer officer)
    {
        Problem = AdminWords.T(AdminText.Passkey_NotMade);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(officer);
    }

    private async Task<IActionResult> ShowAsync(Officer officer)
    {
        (IsDemo, Device) = (officer.IsDemo, DeviceNames.Of(Request.Headers.UserAgent.ToString()));
        var zone = IndonesianZone.OfArea(officer.RegencyCode);
        Keys = [.. (await officers.GetPasskeysAsync(officer)).OrderBy(key => key.CreatedAt).Select(key => (
            WebEncoders.Base64UrlEncode(key.CredentialId),
            key.Name ?? key.CreatedAt.ToString("yyyy", CultureInfo.InvariantCulture),
            AdminWords.T(AdminText.Account_Since, ("date", IndonesianFormat.ShortDate(zone.DayOf(key.CreatedAt))))))];
        return Page();
    }
}
