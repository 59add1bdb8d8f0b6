using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

/// <summary>An officer whose account was given a new password or switched off elsewhere.</summary>
public sealed class ThrownOutTests
{
    [Fact]
    public async Task Who_is_thrown_out_comes_to_the_door_not_to_an_error()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        // The stamp is looked at with every request here, in service once a minute.
        await using var strict = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero)));
        var officer = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        await using var work = world.Open();
        var email = await work.Storage.Users.Where(row => row.Id == officer.OfficerId).Select(row => row.Email).SingleAsync(TestContext.Current.CancellationToken);
        var browser = new Browser(strict.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));
        await browser.PostAsync("/masuk", "/masuk", ("email", email!), ("sandi", DeskWorld.Password));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/kasus")).StatusCode);

        await world.Database.ScalarAsync("update officers set security_stamp = 'another' where id = $1", officer.OfficerId);
        var answer = await browser.GetAsync("/kasus");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/masuk", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
