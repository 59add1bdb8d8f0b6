namespace Microsoft.Recognizers.Text;

/// <summary>The names under which values stand in a resolution.</summary>
public static class ResolutionKey
{
    public const string ValueSet = "values";
    public const string Value = "value";
    public const string Type = "type";
    public const string Unit = "unit";
    public const string Score = "score";
    public const string SubType = "subtype";
}
