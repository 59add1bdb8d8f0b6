using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Security;

/// <summary>Wires sign-in: password, cookie, lock-out, and keys that all instances share.</summary>
public static class SignInSetup
{
    private const string Application = "puskesos-admin";

    /// <summary>Wrong passwords before the account rests.</summary>
    public const int TriesAllowed = 5;

    /// <summary>Length is what makes a password strong; nothing else is asked of it.</summary>
    public const int ShortestPassword = 10;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>One working day at the desk without typing the password again.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromHours(9);

    /// <summary>Time to find the phone and type the code.</summary>
    private static readonly TimeSpan CodeWithin = TimeSpan.FromMinutes(10);

    /// <summary>An account that was switched off or given a new password is out after this long.</summary>
    private static readonly TimeSpan StampCheckedEvery = TimeSpan.FromMinutes(1);

    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        // It warns that keys lie open where they are stored; ours are sealed by KeyRing before they get there.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddDataProtection().SetApplicationName(Application);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new KeyRing(provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<FieldCipher>(), Application)));
        services.AddIdentityCore<Officer>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Lockout.MaxFailedAccessAttempts = TriesAllowed;
            options.Lockout.DefaultLockoutTimeSpan = LockedFor;
            options.Password.RequiredLength = ShortestPassword;
            (options.Password.RequireDigit, options.Password.RequireLowercase, options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false, false, false);
        }).AddSignInManager().AddUserStore<OfficerStore>().AddTokenProvider<OnceOnlyCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<AdminAddressOptions>>(UseDeviceLock);
        services.AddTransient(provider => new OnceOnlyCodes(provider.GetRequiredService<BotDbContext>(), provider.GetRequiredService<FieldCipher>(), TimeProvider.System));
        services.Configure<SecurityStampValidatorOptions>(options => (options.ValidationInterval, options.TimeProvider) = (StampCheckedEvery, TimeProvider.System));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, UseDeskCookie).AddCookie(IdentityConstants.TwoFactorUserIdScheme, UseHalfwayCookie)
            // Nobody is remembered past the second step, but whoever is thrown out is signed out of this too.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, options => options.Cookie.Name = "puskesos-ingat");
        services.AddScoped(provider => new DeskSessions(provider.GetRequiredService<BotDbContext>(), TimeProvider.System));
        services.AddScoped<SecondFactorGate>();
        services.Configure<ForwardedHeadersOptions>(options => BelieveProxies(options, builder.Configuration));
        services.AddAuthorization();
        services.AddAntiforgery(options => options.Cookie.Name = "puskesos-form");
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentOfficer>();
        return builder;
    }

    /// <summary>A passkey stands for password and code together: only a device that has asked its owner (finger, face, PIN), and that knows the account itself.</summary>
    private static void UseDeviceLock(IdentityPasskeyOptions options, IOptions<AdminAddressOptions> address)
    {
        (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
        // A passkey belongs to a name; under a bare number, as on a demo machine, there is none, and the request's own name holds.
        if (Uri.TryCreate(address.Value.PublicBaseUrl, UriKind.Absolute, out var site) && site.HostNameType == UriHostNameType.Dns && !site.IsLoopback) options.ServerDomain = site.Host;
    }

    private static void UseDeskCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "puskesos-meja";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Sessions end in real time, whatever the service's own clock shows (demo, tests).
        options.TimeProvider = TimeProvider.System;
        options.ExpireTimeSpan = Session;
        options.SlidingExpiration = true;
        options.LoginPath = "/masuk";
        options.LogoutPath = "/keluar";
        options.AccessDeniedPath = "/masuk";
        options.ReturnUrlParameter = "ke";
        options.Events.OnSigningIn = context => context.HttpContext.RequestServices.GetRequiredService<DeskSessions>().BeginAsync(context);
        options.Events.OnValidatePrincipal = async context =>
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            if (context.Principal is not null && !await context.HttpContext.RequestServices.GetRequiredService<DeskSessions>().HoldsAsync(context)) context.RejectPrincipal();
        };
    }

    /// <summary>Between password and second factor.</summary>
    private static void UseHalfwayCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "puskesos-kode";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.TimeProvider = TimeProvider.System;
        options.ExpireTimeSpan = CodeWithin;
    }

    /// <summary>Behind a named proxy the visitor's own address counts: demo accounts stay on this machine.</summary>
    private static void BelieveProxies(ForwardedHeadersOptions options, IConfiguration settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in settings.GetSection("ForwardedHeaders:KnownProxies").Get<string[]>() ?? []) options.KnownProxies.Add(IPAddress.Parse(proxy));
    }
}
