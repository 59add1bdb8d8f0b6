using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Puskesos.Core.Storage;

namespace Puskesos.DesignTime;

/// <summary>Lets <c>dotnet ef</c> make migrations without a running service: <c>dotnet ef migrations add Name -p core -s deploy/migrations -o Storage/Migrations</c>.</summary>
public sealed class ContextFactory : IDesignTimeDbContextFactory<BotDbContext>
{
    public BotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<BotDbContext>().UseNpgsql("Host=localhost;Database=design-time-only").Options);
}

/// <summary>Needed by the tool's host lookup only.</summary>
public sealed class Program
{
    private Program() { }

    public static void Main()
    {
    }
}
