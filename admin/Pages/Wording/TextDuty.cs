using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.Wording;

/// <summary>Who words the texts of a regency: Dinsos.</summary>
public static class TextDuty
{
    public static bool Holds(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.Dinsos);
    }
}
