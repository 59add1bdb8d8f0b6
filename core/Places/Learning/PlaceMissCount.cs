using Npgsql;

namespace Puskesos.Core.Places.Learning;

/// <summary>Counts place names that led nowhere, for the officers who teach them and for the list of unserved places.</summary>
public static class PlaceMissCount
{
    private const int LongestWords = 80;

    private const string Count =
        """
        insert into place_misses (regency_code, words, kind, times, first_at, last_at) values ($1, $2, $3, 1, $4, $4)
        on conflict (regency_code, words, kind) do update set times = place_misses.times + 1, last_at = excluded.last_at
        """;

    /// <summary>Counts one miss on the caller's connection and transaction; who told the name is not kept.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection,
        string regencyCode,
        string words,
        MissKind kind,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var kept = words.Trim().ToLowerInvariant();
        await using var command = new NpgsqlCommand(Count, connection);
        command.Parameters.Add(new() { Value = regencyCode });
        command.Parameters.Add(new() { Value = kept.Length > LongestWords ? kept[..LongestWords] : kept });
        command.Parameters.Add(new() { Value = kind.ToString() });
        command.Parameters.Add(new() { Value = at.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
