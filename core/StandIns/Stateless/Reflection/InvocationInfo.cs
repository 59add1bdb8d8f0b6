namespace Stateless.Reflection;

/// <summary>A name for a guard, selector or action: the given words, else the method's name.</summary>
public class InvocationInfo
{
    private readonly string? description;

    internal InvocationInfo(string methodName, string? description) => (MethodName, this.description) = (methodName, description);

    /// <summary>What a nameless lambda is called.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    public string MethodName { get; }

    public string Description => description ?? (MethodName.AsSpan().ContainsAny("<>`") ? DefaultFunctionDescription : MethodName);

    internal static InvocationInfo Of(Delegate method, string? description) => new(method.Method.Name, description);
}
