using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Security;

/// <summary>Every signed-in browser has a row; a browser whose row was ended is out at its next request. Goes by real time, like the cookie.</summary>
public sealed class DeskSessions(BotDbContext database, TimeProvider real)
{
    private const string Key = "sesi";

    /// <summary>A page and its pictures count as one visit.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>A browser signs in.</summary>
    public async Task BeginAsync(CookieSigningInContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Properties.Items.ContainsKey(Key) || OfficerOf(context.Principal) is not { } officer) return;
        var now = real.GetUtcNow();
        var begun = new OfficerSession { Id = Guid.NewGuid(), OfficerId = officer, StartedAt = now, SeenAt = now, Device = DeviceNames.Of(context.Request.Headers.UserAgent.ToString()) };
        database.OfficerSessions.Add(begun);
        await database.SaveChangesAsync(context.HttpContext.RequestAborted);
        context.Properties.Items[Key] = begun.Id.ToString();
    }

    /// <summary>False when this browser was signed out from elsewhere.</summary>
    public async Task<bool> HoldsAsync(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var now = real.GetUtcNow();
        if (IdOf(context.Properties) is not { } id) return false;
        var seen = await database.OfficerSessions.Where(row => row.Id == id && row.EndedAt == null).Select(row => (DateTimeOffset?)row.SeenAt).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (seen is null) return false;
        if (now - seen > SeenEvery)
            await database.OfficerSessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), context.HttpContext.RequestAborted);
        return true;
    }

    /// <summary>The open sessions of an officer, the newest first.</summary>
    public Task<List<OfficerSession>> ListAsync(long officerId, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var since = real.GetUtcNow() - lifetime;
        return database.OfficerSessions.AsNoTracking().Where(row => row.OfficerId == officerId && row.EndedAt == null && row.SeenAt > since).OrderByDescending(row => row.StartedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session, or all of the officer but one.</summary>
    public Task EndAsync(long officerId, Guid? one, Guid? but, CancellationToken cancellationToken)
    {
        var now = real.GetUtcNow();
        return database.OfficerSessions.Where(row => row.OfficerId == officerId && row.EndedAt == null && (one == null || row.Id == one) && row.Id != but)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), cancellationToken);
    }

    /// <summary>The session of this request.</summary>
    public static async Task<Guid?> CurrentAsync(HttpContext http) => IdOf((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);

    private static Guid? IdOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Key, out var text) == true && Guid.TryParse(text, out var id) ? id : null;

    private static long? OfficerOf(ClaimsPrincipal? principal) =>
        long.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>A browser and its device in two words, so that an officer recognises the own ones.</summary>
public static class DeviceNames
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Devices = [("Android", "Android"), ("iPhone", "iPhone"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <summary>"Chrome, Android".</summary>
    public static string Of(string userAgent)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        return $"{Find(Browsers, userAgent) ?? "Peramban"}, {Find(Devices, userAgent) ?? "perangkat lain"}";
    }

    private static string? Find((string Mark, string Name)[] names, string userAgent) =>
        names.Where(name => userAgent.Contains(name.Mark, StringComparison.Ordinal)).Select(name => name.Name).FirstOrDefault();
}
