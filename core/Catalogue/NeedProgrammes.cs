using System.Collections.Frozen;

namespace Puskesos.Core.Catalogue;

/// <summary>Which programmes a need can be about, so that two needs of one message get each its own (DOMAIN §5, column "Programme").</summary>
public static class NeedProgrammes
{
    private static readonly string[] Aid = ["PKH", "BPNT", "BLT", "BERAS"];

    private static readonly FrozenDictionary<string, string[]> ByNeed = new Dictionary<string, string[]>
    {
        ["KIS_MATI"] = ["PBI"],
        ["KIS_BARU"] = ["PBI"],
        ["BANSOS_USUL"] = Aid,
        ["BANSOS_MACET"] = Aid,
        ["SANGGAH"] = Aid,
        ["PUNGLI"] = Aid,
        ["KKS"] = ["KKS", "PKH", "BPNT"],
        ["DATA"] = ["DTSEN"],
        ["SEKOLAH"] = ["PIP"],
        ["KULIAH"] = ["KIPK"],
        ["RUMAH"] = ["RTLH"],
        ["LANSIA"] = ["ATENSI", "PKH"],
        ["DISABILITAS"] = ["ATENSI", "PKH"],
        ["YATIM"] = ["ATENSI"],
    }.ToFrozenDictionary();

    /// <summary>The named programme that this need is about: its own first; with one need alone whatever was named.</summary>
    /// <param name="need">Category code.</param>
    /// <param name="named">Programmes in the order of writing.</param>
    /// <param name="isOnly">The message tells no other need.</param>
    public static string? Of(string need, IReadOnlyList<string> named, bool isOnly)
    {
        ArgumentNullException.ThrowIfNull(named);
        var own = ByNeed.GetValueOrDefault(need) is { } programmes ? named.FirstOrDefault(programmes.Contains) : null;
        return own ?? (isOnly && named.Count > 0 ? named[0] : null);
    }
}
