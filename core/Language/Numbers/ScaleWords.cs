namespace Puskesos.Core.Language.Numbers;

/// <summary>The words for thousand, million and beyond with their abbreviations; "rban", "jutaan" are approximate.</summary>
internal static class ScaleWords
{
    public static decimal Read(ReadOnlySpan<char> word, out bool approximate)
    {
        var value = Exact(word);
        approximate = false;
        if (value == 0 && word.Length > 3 && word.EndsWith("an"))
        {
            value = Exact(word[..^2]);
            approximate = value > 0;
        }
        return value;
    }

    private static decimal Exact(ReadOnlySpan<char> word) => word switch
    {
        "ribu" or "rb" or "rbu" or "rebu" or "ewu" or "ribuh" or "rib" => 1_000,
        "juta" or "jt" or "yuta" or "jtaa" or "jut" or "jta" => 1_000_000,
        "miliar" or "milyar" or "milliar" or "miliyar" or "milyard" or "miliard" => 1_000_000_000,
        "triliun" or "trilyun" or "trilliun" or "triliyun" => 1_000_000_000_000,
        _ => 0,
    };
}
