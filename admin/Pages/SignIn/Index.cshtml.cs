using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.SignIn;

/// <summary>The door: e-mail and password, five tries, demo accounts from this machine only.</summary>
public sealed class IndexModel(SignInManager<Officer> signIn, UserManager<Officer> officers) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "sandi")]
    public string? Password { get; set; }

    [BindProperty(Name = "ke", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect("/kasus") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // A browser without checks of its own sends empty fields.
        var (email, password) = (Email?.Trim() ?? "", Password ?? "");
        var officer = await officers.FindByEmailAsync(email);
        if (officer is null || !MayTry(officer))
        {
            // The same work as for a real account: the time of the answer must not tell which addresses exist.
            _ = officers.PasswordHasher.HashPassword(new Officer { Name = "", RegencyCode = "" }, password);
            return Wrong(AdminWords.T(AdminText.SignIn_Wrong));
        }

        var result = await signIn.PasswordSignInAsync(officer, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/kasus");
        if (result.RequiresTwoFactor) return LocalRedirect($"/masuk/kode?ke={Uri.EscapeDataString(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/kasus")}");
        return Wrong(AdminWords.T(result.IsLockedOut ? AdminText.SignIn_Locked : AdminText.SignIn_Wrong));
    }

    /// <summary>The challenge that the device signs; no account is named, so it tells nothing about who exists.</summary>
    public async Task<IActionResult> OnPostDeviceOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>In by the device's own lock: a passkey stands for password and code.</summary>
    public async Task<IActionResult> OnPostDeviceAsync([FromForm(Name = "kunci")] string? credential)
    {
        if (await ProofAsync(credential) is not { Succeeded: true, User: { IsActive: true, IsDemo: false } officer } proof || await officers.IsLockedOutAsync(officer)) return Wrong(AdminWords.T(AdminText.Passkey_Wrong));
        await officers.AddOrUpdatePasskeyAsync(officer, proof.Passkey!);
        await signIn.SignInAsync(officer, isPersistent: false, "passkey");
        return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/kasus");
    }

    /// <summary>What the device's signature proves; null when no challenge is under way in this browser.</summary>
    private async Task<PasskeyAssertionResult<Officer>?> ProofAsync(string? credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential ?? "");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private PageResult Wrong(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private bool MayTry(Officer officer) =>
        officer.IsActive && (!officer.IsDemo || IsHere(HttpContext));

    /// <summary>From this machine itself; a forwarded request whose proxy is not known (its header is still there) is not.</summary>
    private static bool IsHere(HttpContext http) =>
        !http.Request.Headers.ContainsKey("X-Forwarded-For") && (http.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from));
}
