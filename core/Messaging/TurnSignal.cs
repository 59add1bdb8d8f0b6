namespace Puskesos.Core.Messaging;

/// <summary>Wakes a worker of this process at once; workers poll each second as well, so a lost signal costs a second and nothing else.</summary>
public sealed class TurnSignal : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>There may be work.</summary>
    public void Wake()
    {
        try
        {
            if (bell.CurrentCount == 0) bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else rang at the same moment: the worker wakes either way.
        }
    }

    /// <summary>Waits for a signal, at most <paramref name="longest"/>.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => bell.WaitAsync(longest, cancellationToken);

    public void Dispose() => bell.Dispose();
}
