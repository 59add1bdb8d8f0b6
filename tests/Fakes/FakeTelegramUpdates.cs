using System.Text.Json.Nodes;

namespace Puskesos.Tests.Fakes;

/// <summary>The updates that wait for the bot, kept until an offset above them confirms them or a webhook takes them.</summary>
public sealed class FakeTelegramUpdates
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, JsonObject> waiting = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastId = 700000000;
    private int poller;

    /// <summary>Raised for each new update, for the webhook.</summary>
    public event Action<JsonObject>? Added;

    /// <summary>Ids still waiting.</summary>
    public int[] Waiting
    {
        get
        {
            lock (gate) return [.. waiting.Keys];
        }
    }

    public JsonObject[] All
    {
        get
        {
            lock (gate) return [.. waiting.Values];
        }
    }

    /// <summary>Adds an update made with the next id.</summary>
    public int Add(Func<int, JsonObject> make)
    {
        int id;
        JsonObject update;
        lock (gate)
        {
            id = ++lastId;
            update = make(id);
            waiting[id] = update;
            Ring();
        }

        Added?.Invoke(update);
        return id;
    }

    /// <summary>After a week of silence ids begin anew at a random number.</summary>
    public void ContinueFrom(int id)
    {
        lock (gate) lastId = id;
    }

    public void Remove(int id)
    {
        lock (gate) waiting.Remove(id);
    }

    /// <summary>getUpdates: forgets what is below the offset, then waits for something above it. Null when a second poller took over.</summary>
    public async Task<JsonObject[]?> TakeAsync(int offset, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var me = Interlocked.Increment(ref poller);
        lock (gate)
        {
            Forget(offset);
            Ring();
        }

        var until = TimeProvider.System.GetUtcNow() + timeout;
        while (true)
        {
            Task signal;
            lock (gate)
            {
                if (me != Volatile.Read(ref poller)) return null;
                var found = waiting.Values.Take(Math.Clamp(limit, 1, 100)).Select(update => (JsonObject)update.DeepClone()).ToArray();
                if (found.Length > 0 || TimeProvider.System.GetUtcNow() >= until) return found;
                signal = changed.Task;
            }

            var left = until - TimeProvider.System.GetUtcNow();
            if (left > TimeSpan.Zero) await Task.WhenAny(signal, Task.Delay(left, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Forget(int offset)
    {
        var confirmed = offset >= 0 ? waiting.Keys.Where(id => id < offset) : waiting.Keys.SkipLast(-offset);
        foreach (var id in confirmed.ToArray()) waiting.Remove(id);
    }

    private void Ring()
    {
        changed.TrySetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
