using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Admin;

/// <summary>The officers' pages over HTTP, on the database of a world.</summary>
public sealed class AdminApp(DeskWorld world) : WebApplicationFactory<Puskesos.Admin.Program>
{
    /// <summary>Serves the pages on a port of their own, for a real browser.</summary>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public Browser Open(string? forwardedFor = null)
    {
        var http = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        if (forwardedFor is not null) http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return new Browser(http);
    }

    /// <summary>A browser in which this officer has signed in through the page.</summary>
    public async Task<Browser> OpenAsync(OfficerReach officer)
    {
        await using var work = world.Open();
        var email = (await work.Storage.Users.FindAsync(officer.OfficerId))!.Email!;
        var browser = Open();
        var answer = await browser.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", DeskWorld.Password));
        Assert.Equal((HttpStatusCode.Redirect, "/kasus"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Puskesos", world.ConnectionString);
        builder.UseSetting("Keys:Path", "held in memory");
        builder.UseSetting("Documents:Path", world.Database.Folder);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(world.Clock).AddSingleton<MasterKeys>(world.Keys));
    }
}

/// <summary>What an officer's browser does: shows pages, sends forms with the token of the page they stand on.</summary>
public sealed partial class Browser(HttpClient http)
{
    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> TextAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form that stands on a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await (await GetAsync(page)).Content.ReadAsStringAsync();
        var token = Token().Match(html).Groups[1].Value;
        return await PostBareAsync(action, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>The token that a page's forms carry.</summary>
    public async Task<string> TokenAsync(string page) => Token().Match(await TextAsync(page)).Groups[1].Value;

    /// <summary>Sends a form of one's own making, without the page's token.</summary>
    public Task<HttpResponseMessage> PostBareAsync(string action, params (string Name, string Value)[] fields) =>
        http.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends a form with files, as it stands on a page.</summary>
    public async Task<HttpResponseMessage> PostFilesAsync(string page, string action, (string Name, byte[] Content)[] files, params (string Name, string Value)[] fields)
    {
        var html = await (await GetAsync(page)).Content.ReadAsStringAsync();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", Token().Match(html).Groups[1].Value))) form.Add(new StringContent(value), name);
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), name, $"{name}.png");
        return await http.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>The case's version as the page carries it.</summary>
    public async Task<string> VersionAsync(string ticket) => Version().Match(await TextAsync($"/kasus/{ticket}")).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Form.Versi\" value=\"(\\d+)\"")]
    private static partial Regex Version();
}
