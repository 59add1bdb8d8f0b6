namespace Puskesos.Core.Language.Numbers;

/// <summary>A number in a message, by digits or words.</summary>
/// <param name="Value">The value.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="IsDecimal">Written with a decimal comma or point, or "koma".</param>
/// <param name="Scale">The scale word that ended it: 1000 for "rb", 1000000 for "jt"; 1 without.</param>
/// <param name="IsWords">Said in words, not in digits.</param>
/// <param name="IsApproximate">"300rban", "2 jutaan".</param>
internal readonly record struct ScannedNumber(decimal Value, int First, int Last, bool IsDecimal, decimal Scale, bool IsWords, bool IsApproximate)
{
    public bool HasScale => Scale > 1;
}
