using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Puskesos.Tool;

/// <summary>What an operator reads when a verb cannot do its work: one line that says what is wrong, never a value of the database.</summary>
public static class ToolFailures
{
    /// <summary>Exit code of a verb that could not do its work.</summary>
    public const int Code = 1;

    /// <summary>The line for a failure.</summary>
    public static string Explain(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error switch
        {
            OptionsValidationException wrong => string.Join(' ', wrong.Failures),
            PostgresException known => Explain(known),
            NpgsqlException { InnerException: SocketException or TimeoutException or IOException } or SocketException or TimeoutException =>
                "The database cannot be reached: is PostgreSQL running, and does ConnectionStrings__Puskesos name its host and port?",
            NpgsqlException => "The database broke off the connection.",
            ArgumentException when error.Source is "Npgsql" or "System.Data.Common" => "ConnectionStrings__Puskesos is not a connection string.",
            DbUpdateException or InvalidOperationException when error.InnerException is { } inner && IsOfDatabase(inner) => Explain(inner),
            InvalidOperationException when error.Message.StartsWith("ConnectionStrings:", StringComparison.Ordinal) => error.Message,
            UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException => $"A file cannot be read or written: {error.Message}",
            _ => $"The tool failed: {error.GetType().Name} in {error.TargetSite?.DeclaringType?.FullName ?? "an unknown place"}.",
        };
    }

    private static bool IsOfDatabase(Exception error) => error is NpgsqlException or SocketException or TimeoutException;

    private static string Explain(PostgresException known) => known.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "The database refuses the user or password of ConnectionStrings__Puskesos.",
        PostgresErrorCodes.InvalidCatalogName => "There is no database of the name in ConnectionStrings__Puskesos.",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName => "The database does not have this version's tables: run ./deploy/puskesos migrate first.",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown => $"The database takes no connections now ({known.SqlState}).",
        _ => $"The database refused a statement ({known.SqlState}).",
    };
}
