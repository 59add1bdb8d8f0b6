using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Security;

/// <summary>A real account works only with a second factor: until it is set up every page leads there. Demo accounts, from this machine only, need none.</summary>
public sealed class SecondFactorGate(CurrentOfficer current, BotDbContext database) : IAsyncPageFilter
{
    public const string SetUpPath = "/akun/dua-langkah";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var http = context.HttpContext;
        var isFree = http.User.Identity is not { IsAuthenticated: true } || http.Request.Path.StartsWithSegments(SetUpPath) || http.Request.Path.StartsWithSegments("/keluar");
        if (!isFree && await current.FindAsync(http.RequestAborted) is { } reach)
        {
            var officer = await database.Users.FindAsync([reach.OfficerId], http.RequestAborted);
            if (officer is { IsDemo: false, TwoFactorEnabled: false })
            {
                context.Result = new LocalRedirectResult(SetUpPath);
                return;
            }
        }

        await next();
    }
}
