using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Tool;

/// <summary>`add-officer`: makes an account, or gives an existing one another role, and prints a one-time sign-in link.</summary>
public static class AddOfficerVerb
{
    private const int Refused = 1;

    public static Command Create(Func<IServiceProvider> services)
    {
        var name = new Option<string>("--name") { Description = "As residents read it.", Required = true };
        var role = new Option<string>("--role") { Description = string.Join(", ", RoleCodes.All), Required = true };
        var area = new Option<string>("--area") { Description = "Unit code or Kemendagri code.", Required = true };
        var email = new Option<string>("--email") { Description = "The address to sign in with.", Required = true };
        var phone = new Option<string?>("--phone") { Description = "For the operator's own list." };
        var onDuty = new Option<bool>("--on-duty") { Description = "Takes part in the 24-hour duty (tksk, dinsos)." };
        var verb = new Command("add-officer", "Adds an officer and prints a one-time sign-in link.") { name, role, area, email, phone, onDuty };
        verb.SetAction(async (given, cancellationToken) =>
        {
            if (RoleCodes.Parse(given.GetValue(role)!) is not { } duty) return await RefuseAsync($"--role must be one of: {string.Join(", ", RoleCodes.All)}");
            await using var scope = services().CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            if (await OfficerArea.FindAsync(database, duty, given.GetValue(area)!, cancellationToken) is not { } place)
                return await RefuseAsync("--area is no unit or place for this role, or its regency is not served.");
            var officer = await OfficerAccounts.AddAsync(database, given.GetValue(name)!, given.GetValue(email)!, given.GetValue(phone), place, given.GetValue(onDuty), cancellationToken);
            var token = await scope.ServiceProvider.GetRequiredService<OfficerInvitations>().IssueAsync(database, officer, cancellationToken);
            var address = scope.ServiceProvider.GetRequiredService<IOptions<AdminAddressOptions>>().Value.PublicBaseUrl.TrimEnd('/');
            Console.WriteLine($"{address}/undangan/{token}");
            return 0;
        });
        return verb;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Refused;
    }
}
