namespace Puskesos.Core.Language.Money;

/// <summary>An amount or a range of money in a message.</summary>
/// <param name="Start">Lower end; null for "di bawah …".</param>
/// <param name="End">Upper end; null for "di atas …"; equal to <paramref name="Start"/> for a single amount.</param>
/// <param name="Unit">Name of the currency, "Rupiah" when none was written.</param>
/// <param name="IsoCurrency">Three-letter code, null for a dollar of no country.</param>
/// <param name="IsApproximate">"sekitar", "2 jutaan".</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
internal sealed record AmountOfMoney(decimal? Start, decimal? End, string Unit, string? IsoCurrency, bool IsApproximate, int First, int Last)
{
    public bool IsRange => Start != End;
}
