using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Security;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.SignIn;

/// <summary>Signs out; a plain visit only leads back to the door.</summary>
public sealed class OutModel(SignInManager<Officer> signIn, UserManager<Officer> officers, DeskSessions sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/masuk");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await DeskSessions.CurrentAsync(HttpContext) is { } session && long.TryParse(officers.GetUserId(User), CultureInfo.InvariantCulture, out var officer))
            await sessions.EndAsync(officer, session, null, cancellationToken);
        await signIn.SignOutAsync();
        QueuePlace.Forget(HttpContext);
        return LocalRedirect("/masuk");
    }
}
