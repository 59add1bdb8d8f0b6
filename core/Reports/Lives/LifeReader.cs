using Npgsql;
using Puskesos.Core.Cases;

namespace Puskesos.Core.Reports.Lives;

/// <summary>Reads cases, needs and moves side by side; the three come in the order of the case's id.</summary>
internal sealed class LifeReader(NpgsqlDataReader cases, NpgsqlDataReader needs, NpgsqlDataReader moves, IReadOnlyDictionary<string, WorkingDayCount> days)
{
    private bool hasNeed, hasMove;

    /// <summary>Hands every case to the receiver, one after the other.</summary>
    public async Task ReadAsync(Action<ReportedCase> receiver, CancellationToken cancellationToken)
    {
        hasNeed = await needs.ReadAsync(cancellationToken);
        hasMove = await moves.ReadAsync(cancellationToken);
        ReportedCase? one = null;
        while (await cases.ReadAsync(cancellationToken))
        {
            var id = cases.GetInt64(0);
            var isKnown = days.TryGetValue(cases.GetString(1), out var count);
            one ??= new ReportedCase { Days = count! };
            if (isKnown) Fill(one, id, count!);
            await TakeNeedsAsync(one, id, cancellationToken);
            await TakeMovesAsync(one, id, cancellationToken);
            if (isKnown) receiver(one);
        }
    }

    private void Fill(ReportedCase one, long id, WorkingDayCount count)
    {
        (one.Id, one.Days) = (id, count);
        (one.UnitCode, one.VillageCode) = (cases.GetString(1), cases.GetString(2));
        (one.Channel, one.IsConfidential, one.PersonId) = (cases.GetInt32(3), cases.GetBoolean(4), cases.GetInt64(5));
        (one.OwnerId, one.PpksKind) = (cases.IsDBNull(6) ? null : cases.GetInt64(6), Number(cases, 7));
        (one.FiledAt, one.FirstCheckedAt) = (cases.GetDateTime(8), Time(9));
        (one.ResolvedAt, one.ClosedAt) = (Time(10), Time(11));
        (one.Rating, one.BirthYear) = (Number(cases, 12), Number(cases, 13));
        one.IsWoman = cases.IsDBNull(14) ? null : cases.GetBoolean(14);
    }

    private async Task TakeNeedsAsync(ReportedCase one, long id, CancellationToken cancellationToken)
    {
        one.Needs.Clear();
        for (; hasNeed && needs.GetInt64(0) is var of && of <= id; hasNeed = await needs.ReadAsync(cancellationToken))
            if (of == id) one.Needs.Add(new ReportedNeed(needs.GetString(1), needs.IsDBNull(2) ? null : needs.GetString(2), Number(needs, 3)));
    }

    private async Task TakeMovesAsync(ReportedCase one, long id, CancellationToken cancellationToken)
    {
        one.Moves.Clear();
        for (; hasMove && moves.GetInt64(0) is var of && of <= id; hasMove = await moves.ReadAsync(cancellationToken))
        {
            if (of != id) continue;
            var item = moves.GetInt32(1);
            var before = one.Moves.FindLastIndex(move => move.Item == item);
            one.Moves.Add(new ReportedMove(item, moves.GetDateTime(2), before < 0 ? null : one.Moves[before].At, Status(3), Status(4), moves.GetString(5)));
        }
    }

    private DateTime? Time(int column) => cases.IsDBNull(column) ? null : cases.GetDateTime(column);

    private CaseStatus? Status(int column) => moves.IsDBNull(column) ? null : CaseStatusCodes.Parse(moves.GetString(column));

    private static int? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
