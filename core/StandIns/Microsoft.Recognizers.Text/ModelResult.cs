namespace Microsoft.Recognizers.Text;

/// <summary>One entity found in a text; Start and End count UTF-16 units, End is inclusive.</summary>
public class ModelResult
{
    public string Text { get; set; } = "";

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; } = "";

    public SortedDictionary<string, object> Resolution { get; set; } = [];
}
