using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Puskesos.Bot.Jobs;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Storage;

namespace Puskesos.Tool;

/// <summary>`migrate`: the only thing that changes the schema.</summary>
public static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "Brings the database to this version's schema, under an advisory lock.");
        verb.SetAction(async (_, cancellationToken) =>
        {
            var connection = Environment.GetEnvironmentVariable($"ConnectionStrings__{StorageSetup.ConnectionName}");
            if (string.IsNullOrWhiteSpace(connection))
            {
                await Console.Error.WriteLineAsync($"ConnectionStrings__{StorageSetup.ConnectionName} is not set.");
                return 1;
            }

            await DatabaseMigration.MigrateAsync(connection, cancellationToken);
            await QuartzTables.CreateAsync(connection, cancellationToken);
            await using var database = StorageSetup.Open(connection);
            var options = new DbContextOptionsBuilder<BotDbContext>();
            StorageSetup.Use(options, database);
            await using var context = new BotDbContext(options.Options);
            await CatalogueRefresh.SeedAsync(context, cancellationToken);
            await LexiconEditing.SeedAsync(context, cancellationToken);
            await HolidaySeed.AddMissingYearsAsync(context, cancellationToken);
            Console.WriteLine("The database fits this version.");
            return 0;
        });
        return verb;
    }
}
