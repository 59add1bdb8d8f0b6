namespace Puskesos.Tool.Check;

/// <summary>Where bot and admin answer: the port of this machine when one is named, else the public address, else the ports of deploy/start.</summary>
public sealed record CheckAddresses(Uri Bot, Uri Admin)
{
    private const string BotPort = "5080";
    private const string AdminPort = "5081";

    public static CheckAddresses FromEnvironment() =>
        new(Find("BOT_PORT", "Bot__PublicBaseUrl", BotPort), Find("ADMIN_PORT", "Admin__PublicBaseUrl", AdminPort));

    private static Uri Find(string portName, string addressName, string usualPort)
    {
        if (Environment.GetEnvironmentVariable(portName) is { Length: > 0 } port) return Local(port);
        return Environment.GetEnvironmentVariable(addressName) is { Length: > 0 } address ? new Uri(address) : Local(usualPort);
    }

    private static Uri Local(string port) => new($"http://127.0.0.1:{port}/");
}
