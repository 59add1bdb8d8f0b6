namespace Puskesos.Tool;

/// <summary>The operator's tool: deploy/puskesos.</summary>
public sealed class Program
{
    private Program() { }

    public static int Main() => 0;
}
