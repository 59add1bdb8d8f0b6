using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

[assembly: AssemblyFixture(typeof(Puskesos.Tests.Support.OrderedQueries))]

namespace Puskesos.Tests.Support;

/// <summary>A query that takes some of its rows in no order fails in whichever test first asks it, of any context of the run: EF only warns (10102).</summary>
public sealed class OrderedQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly string Unordered = CoreEventId.RowLimitingOperationWithoutOrderByWarning.Name!;
    private readonly List<IDisposable> listening = [];

    public OrderedQueries() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public void OnNext(DiagnosticListener value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Name == DbLoggerCategory.Name) listening.Add(value.Subscribe(this, name => name == Unordered));
    }

    public void OnNext(KeyValuePair<string, object?> value) => throw new InvalidOperationException("A query takes some of its rows in no order.");

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var one in listening) one.Dispose();
    }
}
