namespace Puskesos.Tests.Rules;

/// <summary>Fails a test with every place that breaks a rule, one a line.</summary>
public static class Broken
{
    public static void Nowhere(IEnumerable<string> violations)
    {
        string[] found = [.. violations];
        if (found.Length > 0) Assert.Fail(string.Join('\n', found.Prepend($"{found.Length} places:")));
    }
}
