using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Builds the timelines of cases from their history, whether stored already or about to be stored.</summary>
public sealed class CaseTimelines
{
    private readonly ILookup<long, ItemMove> stored;
    private readonly ILookup<Case, ItemMove> pending;

    private CaseTimelines(ILookup<long, ItemMove> stored, ILookup<Case, ItemMove> pending) => (this.stored, this.pending) = (stored, pending);

    /// <summary>Loads the moves of these cases; the cases themselves, with their items, are tracked by the context.</summary>
    public static async Task<CaseTimelines> LoadAsync(BotDbContext database, IReadOnlyCollection<Case> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var ids = cases.Where(known => known.Id > 0).Select(known => known.Id).ToList();
        var stored = ids.Count == 0 ? [] : await database.CaseEvents.AsNoTracking()
            .Where(line => ids.Contains(line.CaseId) && line.ToStatus != null)
            .OrderBy(line => line.Id)
            .Select(line => new ItemMove(line.CaseId, line.ItemNumber, line.At, line.FromStatus, line.ToStatus!.Value, line.Kind == CaseEventKind.Undone))
            .ToListAsync(cancellationToken);
        return new(stored.ToLookup(move => move.CaseId), Pending(database, cases));
    }

    /// <summary>The timeline of one of the cases.</summary>
    public CaseTimeline Of(Case subject, IEnumerable<DueReminder> rows)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var moves = WithoutUndone(stored[subject.Id].Concat(pending[subject]));
        return new CaseTimeline
        {
            FiledAt = Stored(subject.FiledAt),
            Status = subject.Status,
            TellsResident = subject.Secrecy != Secrecy.Secret && !subject.IsEmergency,
            LastToldAt = Stored(subject.LastToldAt),
            DueAt = subject.DueAt,
            IsResting = subject.ClockLeft is not null,
            LateToldAt = rows.Where(row => row.Outcome != ReminderOutcome.Superseded && ReminderLadder.TellsLate(row.Clock, row.Step)).Max(row => row.DoneAt),
            Items = [.. subject.Items.OrderBy(item => item.Number).Select(item => new ItemTimeline(
                item.Number, item.Status, item.DocumentsDueAt,
                [.. moves.Where(move => move.ItemNumber is null || move.ItemNumber == item.Number)
                    .Select(move => new StatusMove(Stored(move.At), move.From, move.To))]))],
        };
    }

    /// <summary>A moment as the database keeps it, in whole microseconds: runs of a clock are told apart by their beginning.</summary>
    public static DateTimeOffset Stored(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime();

    /// <summary>A move that was taken back has not happened: its clocks go on as before it.</summary>
    private static List<ItemMove> WithoutUndone(IEnumerable<ItemMove> all)
    {
        var moves = new List<ItemMove>();
        foreach (var move in all)
        {
            var undone = move.IsUndo ? moves.FindLastIndex(known => known.ItemNumber == move.ItemNumber) : -1;
            if (undone >= 0) moves.RemoveAt(undone);
            else if (!move.IsUndo) moves.Add(move);
        }

        return moves;
    }

    private static ILookup<Case, ItemMove> Pending(BotDbContext database, IReadOnlyCollection<Case> cases)
    {
        var byId = cases.ToDictionary(known => database.Entry(known).Property(row => row.Id).CurrentValue);
        return database.ChangeTracker.Entries<CaseEvent>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.ToStatus is not null)
            .Select(entry => (Owner: byId.GetValueOrDefault(entry.Property(line => line.CaseId).CurrentValue), Line: entry.Entity))
            .Where(pair => pair.Owner is not null)
            .ToLookup(pair => pair.Owner!, pair => new ItemMove(
                pair.Owner!.Id, pair.Line.ItemNumber, pair.Line.At, pair.Line.FromStatus, pair.Line.ToStatus!.Value, pair.Line.Kind == CaseEventKind.Undone));
    }

    private readonly record struct ItemMove(long CaseId, int? ItemNumber, DateTimeOffset At, CaseStatus? From, CaseStatus To, bool IsUndo);
}
