using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.SignIn;

/// <summary>The one-time link of an officer: a password is chosen, the link is used up; a new officer is in, one with a second step goes through the door.</summary>
public sealed class InvitationModel(BotDbContext database, OfficerInvitations invitations, UserManager<Officer> officers, SignInManager<Officer> signIn) : PageModel
{
    public Officer? Officer { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) ? Page() : Gone();

    public async Task<IActionResult> OnPostAsync(string token, [FromForm(Name = "sandi")] string? password, [FromForm(Name = "ulang")] string? again, CancellationToken cancellationToken)
    {
        if (!await FindAsync(token, cancellationToken)) return Gone();
        if (password != again) return Again(AdminWords.T(AdminText.Invitation_Differs));
        var checks = await Task.WhenAll(officers.PasswordValidators.Select(check => check.ValidateAsync(officers, Officer!, password)));
        if (checks.Any(check => !check.Succeeded)) return Again(AdminWords.T(AdminText.Invitation_TooShort));

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await invitations.UseAsync(database, token, cancellationToken)) return Gone();
        Officer!.PasswordHash = officers.PasswordHasher.HashPassword(Officer, password!);
        Officer.EmailConfirmed = true;
        await officers.UpdateSecurityStampAsync(Officer);
        await officers.SetLockoutEndDateAsync(Officer, null);
        await transaction.CommitAsync(cancellationToken);
        // A new link replaces a forgotten password, not the second step: whoever has set one up goes through the door.
        if (Officer.TwoFactorEnabled) return LocalRedirect("/masuk");
        await signIn.SignInAsync(Officer, isPersistent: false);
        return LocalRedirect("/kasus");
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancellationToken)
    {
        var id = await invitations.FindAsync(database, token, cancellationToken);
        Officer = id is null ? null : await officers.FindByIdAsync(id.Value.ToString(CultureInfo.InvariantCulture));
        if (Officer is { IsDemo: true } && !(HttpContext.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from))) Officer = null;
        return Officer is not null;
    }

    /// <summary>Used, too old or never made: all three read the same.</summary>
    private PageResult Gone()
    {
        Officer = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private PageResult Again(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
