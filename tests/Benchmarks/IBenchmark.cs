namespace Puskesos.Benchmarks;

/// <summary>One benchmark of ./deploy/bench: measures and prints its figures.</summary>
public interface IBenchmark
{
    /// <summary>The word that selects it on the command line.</summary>
    string Name { get; }

    /// <summary>One line for --list: what is measured, against what.</summary>
    string About { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
