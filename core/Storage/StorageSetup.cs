using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Puskesos.Core.Storage.Hot;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Storage;

/// <summary>Wires the database and the master keys.</summary>
public static class StorageSetup
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "Puskesos";

    /// <summary>Connections of one process: 8 to 16 are best on two cores (measured, STACK sheet).</summary>
    public const int MostConnections = 16;

    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        var text = builder.Configuration.GetConnectionString(ConnectionName);
        if (string.IsNullOrWhiteSpace(text)) throw new InvalidOperationException($"ConnectionStrings:{ConnectionName} is not set.");
        builder.Services.AddOptions<KeysOptions>().BindConfiguration(KeysOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(_ => Open(text));
        builder.Services.AddSingleton(services => MasterKeys.Open(services.GetRequiredService<IConfiguration>()[$"{KeysOptions.Section}:Path"]!));
        builder.Services.AddSingleton<FieldCipher>();
        builder.Services.AddSingleton<InboxInsert>();
        builder.Services.AddDbContext<BotDbContext>((services, options) => Use(options, services.GetRequiredService<NpgsqlDataSource>()));
        return builder;
    }

    /// <summary>A pool for this connection string, with the size that suits the machine unless the string names one.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connectionString.Contains("Pool Size", StringComparison.OrdinalIgnoreCase)) settings.MaxPoolSize = MostConnections;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>Options for a context on a connection of the caller, with the interceptors of the process.</summary>
    public static DbContextOptions<BotDbContext> On(NpgsqlConnection connection, DbContextOptions<BotDbContext> process)
    {
        var options = new DbContextOptionsBuilder<BotDbContext>().UseNpgsql(connection);
        if (process.FindExtension<CoreOptionsExtension>()?.Interceptors is { } interceptors) options.AddInterceptors(interceptors);
        return options.Options;
    }

    /// <summary>The options that every context of this database uses.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, NpgsqlDataSource database) => options.UseNpgsql(database);
}
