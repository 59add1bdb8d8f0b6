namespace Puskesos.Bot;

/// <summary>The process that talks to residents and runs the jobs.</summary>
public sealed class Program
{
    private Program() { }

    public static async Task Main(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        await app.RunAsync();
    }
}
