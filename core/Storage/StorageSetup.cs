using Microsoft.EntityFrameworkCore;
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

    /// <summary>The options that every context of this database uses.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, NpgsqlDataSource database) => options.UseNpgsql(database);
}
