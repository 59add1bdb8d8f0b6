using Npgsql;

namespace Puskesos.Core.Storage.Hot;

/// <summary>Takes files that wait to be fetched, so that no two workers fetch the same one at the same time.</summary>
public sealed class DocumentClaim(NpgsqlDataSource database)
{
    private const string ClaimSql = """
        update documents set attempts = attempts + 1, next_attempt_at = @lease
        where id in (select id from documents where state = 0 and next_attempt_at <= @now order by next_attempt_at, id limit @most for update skip locked)
        returning id
        """;

    private const string RenewSql = "update documents set next_attempt_at = @lease where id = any(@ids) and state = 0";

    /// <summary>Somebody still works on these files: nobody else takes them before this new <paramref name="lease"/> is over.</summary>
    public async Task RenewAsync(long[] ids, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(RenewSql);
        command.Parameters.AddWithValue("ids", ids);
        command.Parameters.AddWithValue("lease", now + lease);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ids of up to <paramref name="most"/> files that are due; they are due again after <paramref name="lease"/>, should this process die.</summary>
    public async Task<IReadOnlyList<long>> TakeAsync(int most, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("lease", now + lease);
        command.Parameters.AddWithValue("most", most);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new List<long>();
        while (await rows.ReadAsync(cancellationToken)) taken.Add(rows.GetInt64(0));
        return taken;
    }
}
