namespace Puskesos.Admin;

/// <summary>The process that serves the officers' pages.</summary>
public sealed class Program
{
    private Program() { }

    public static async Task Main(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        await app.RunAsync();
    }
}
