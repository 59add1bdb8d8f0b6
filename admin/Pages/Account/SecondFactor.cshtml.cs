using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Desk;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.Account;

/// <summary>Sets up the second factor: a QR code for an authenticator app, the first code as proof, ten recovery codes shown once.</summary>
public sealed class SecondFactorModel(UserManager<Officer> officers, SignInManager<Officer> signIn) : PageModel
{
    private const int RecoveryCodes = 10;

    public bool IsOn { get; private set; }

    public string Secret { get; private set; } = "";

    public QrPicture? Qr { get; private set; }

    /// <summary>What the QR code says: on the phone that has the app itself nobody can point a camera at the screen.</summary>
    public string Link { get; private set; } = "";

    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await officers.GetUserAsync(User) is { } officer ? await ShowAsync(officer) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "kode")] string? code)
    {
        if (await officers.GetUserAsync(User) is not { TwoFactorEnabled: false } officer) return NotFound();
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (!await officers.VerifyTwoFactorTokenAsync(officer, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            Problem = AdminWords.T(AdminText.Totp_Wrong);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(officer);
        }

        await officers.SetTwoFactorEnabledAsync(officer, true);
        Recovery = [.. await officers.GenerateNewTwoFactorRecoveryCodesAsync(officer, RecoveryCodes) ?? []];
        await signIn.RefreshSignInAsync(officer);
        IsOn = true;
        return Page();
    }

    private async Task<IActionResult> ShowAsync(Officer officer)
    {
        IsOn = officer.TwoFactorEnabled;
        if (IsOn) return Page();
        if (await officers.GetAuthenticatorKeyAsync(officer) is null) await officers.ResetAuthenticatorKeyAsync(officer);
        Secret = await officers.GetAuthenticatorKeyAsync(officer) ?? "";
        Link = string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/Puskesos:{Uri.EscapeDataString(officer.Email!)}?secret={Secret}&issuer=Puskesos&digits=6&period=30");
        Qr = QrPicture.Of(Link);
        return Page();
    }
}
