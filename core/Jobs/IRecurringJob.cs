namespace Puskesos.Core.Jobs;

/// <summary>Work that is done again and again. A run may come late, twice or not at all: what must happen exactly once is a row of ours.</summary>
public interface IRecurringJob
{
    Task RunAsync(CancellationToken cancellationToken);
}
