namespace Puskesos.Core.Messaging;

/// <summary>The bells of this process: messages to read, messages to send, files to fetch.</summary>
public sealed class TurnSignals : IDisposable
{
    public TurnSignal Turns { get; } = new();

    public TurnSignal Sends { get; } = new();

    public TurnSignal Files { get; } = new();

    public void Dispose()
    {
        Turns.Dispose();
        Sends.Dispose();
        Files.Dispose();
    }
}
