using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.SignIn;

/// <summary>Signs out; a plain visit only leads back to the door.</summary>
public sealed class OutModel(SignInManager<Officer> signIn) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/masuk");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/masuk");
    }
}
