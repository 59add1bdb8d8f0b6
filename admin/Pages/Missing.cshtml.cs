using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Texts;

namespace Puskesos.Admin.Pages;

/// <summary>What is shown for an address that does not exist, for a case out of reach, and for a form that was refused.</summary>
/// <remarks>No token is asked of it: a form refused for its token is drawn by this very page, as a POST, and would be refused again with nothing to read. It changes nothing. Of two filters the one of the higher order has the last word; the one for all pages has 1000.</remarks>
[IgnoreAntiforgeryToken(Order = 2000)]
public sealed class MissingModel : PageModel
{
    /// <summary>Key of the heading.</summary>
    public string Title => IsRefused ? AdminText.Refused_Title : AdminText.Missing_Title;

    /// <summary>Key of what can be done now.</summary>
    public string Words => IsRefused ? AdminText.Refused_Words : AdminText.Missing_Words;

    private bool IsRefused => Response.StatusCode == StatusCodes.Status400BadRequest;

    public IActionResult OnGet() => Page();

    public IActionResult OnPost() => Page();
}
