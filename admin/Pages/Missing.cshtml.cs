using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Texts;

namespace Puskesos.Admin.Pages;

/// <summary>What is shown for an address that does not exist, for a case out of reach, and for a form that was refused.</summary>
/// <remarks>No token is asked of it: a form refused for its token is drawn by this very page, as a POST, and would be refused again with nothing to read. It changes nothing.</remarks>
[IgnoreAntiforgeryToken(Order = AfterAllPages)]
public sealed class MissingModel : PageModel
{
    /// <summary>The last word on tokens has the filter of the highest order; the one for all pages has a thousand.</summary>
    private const int AfterAllPages = 2000;

    /// <summary>Key of the heading.</summary>
    public string Title => IsRefused ? AdminText.Refused_Title : AdminText.Missing_Title;

    /// <summary>Key of what can be done now.</summary>
    public string Words => IsRefused ? AdminText.Refused_Words : AdminText.Missing_Words;

    private bool IsRefused => Response.StatusCode == StatusCodes.Status400BadRequest;

    public IActionResult OnGet() => Page();

    public IActionResult OnPost() => Page();
}
