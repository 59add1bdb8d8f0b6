using Puskesos.Core.Catalogue;
using Puskesos.Core.Places;

namespace Puskesos.Core.Cases.Filing;

/// <summary>Says when a case goes past its village: the most guarded way of all needs decides, PUNGLI before SANGGAH and S1 (DOMAIN §5, §9).</summary>
public static class CaseBypass
{
    public static RouteBypass Of(bool isEmergency, IReadOnlyCollection<NeedCategory> needs) =>
        needs.Any(need => need.BypassTo == nameof(UnitKind.Dinsos)) ? RouteBypass.ToDinsos
        : isEmergency || needs.Any(need => need.BypassTo == nameof(UnitKind.Kecamatan)) ? RouteBypass.ToSubDistrict
        : RouteBypass.None;
}
