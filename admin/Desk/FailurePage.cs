using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;

namespace Puskesos.Admin.Desk;

/// <summary>What an officer reads when a request failed through no fault of the form. Drawn without the database, which may be what failed.</summary>
public static class FailurePage
{
    public static WebApplication UseFailurePage(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowAsync });
        return app;
    }

    private static Task ShowAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, words) = error switch
        {
            BadHttpRequestException broken => (broken.StatusCode, AdminText.Failure_TooBig),
            NpgsqlException { IsTransient: true } or TimeoutException => (StatusCodes.Status503ServiceUnavailable, AdminText.Failure_Away),
            _ => (StatusCodes.Status500InternalServerError, AdminText.Failure_Words),
        };
        DeskHeaders.Apply(context.Response.Headers);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html(context.RequestServices.GetRequiredService<PageAssets>(), words));
    }

    private static string Html(PageAssets assets, string words) => $"""
        <!doctype html>
        <html lang="id">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{T(AdminText.Failure_Title)}: Puskesos</title>
        <link rel="icon" href="{assets.IconLink}" type="image/svg+xml">
        <link rel="stylesheet" href="{assets.CssLink}">
        </head>
        <body>
        <header class="band"><div class="in"><a class="brand" href="/kasus"><span>Puskesos<small>{T(AdminText.Layout_Desk)}</small></span></a></div></header>
        <main class="wrap stack" id="isi">
        <h1>{T(AdminText.Failure_Title)}</h1>
        <p>{T(words)}</p>
        <p>{T(AdminText.Failure_Then)}</p>
        <p><a class="btn" href="/kasus">{T(AdminText.Queue_Title)}</a></p>
        </main>
        </body>
        </html>
        """;

    private static string T(string key) => HtmlEncoder.Default.Encode(AdminWords.T(key));
}
