using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.SignIn;

/// <summary>The second step at the door: the app's six digits, or one recovery code.</summary>
public sealed class CodeModel(SignInManager<Officer> signIn) : PageModel
{
    /// <summary>The app shows six digits; anything longer is a recovery code.</summary>
    private const int Digits = 6;

    [BindProperty(Name = "ke", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/masuk") : Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "kode")] string? code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null) return LocalRedirect("/masuk");
        var typed = (code ?? "").Trim().Replace(" ", "", StringComparison.Ordinal);
        var result = typed.Length == Digits
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/kasus");
        Problem = AdminWords.T(result.IsLockedOut ? AdminText.SignIn_Locked : AdminText.Totp_Wrong);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
