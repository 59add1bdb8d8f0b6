using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Staff;

/// <summary>The areas that a duty can have in a regency, by what officers call them.</summary>
public sealed class AreaNames
{
    private AreaNames(IReadOnlyList<(string, string)> units, IReadOnlyList<(string, string)> subDistricts, (string, string) regency) =>
        (Units, SubDistricts, Regency) = (units, subDistricts, regency);

    public IReadOnlyList<(string Code, string Name)> Units { get; }

    public IReadOnlyList<(string Code, string Name)> SubDistricts { get; }

    public (string Code, string Name) Regency { get; }

    public static async Task<AreaNames> LoadAsync(BotDbContext database, string regencyCode, CancellationToken cancellationToken)
    {
        var units = await database.Set<PuskesosUnit>().AsNoTracking().Where(row => row.RegencyCode == regencyCode && !row.IsTest).OrderBy(row => row.Name).Select(row => new { row.Code, row.Name }).ToListAsync(cancellationToken);
        var areas = await database.Set<SubDistrict>().AsNoTracking().Where(row => row.RegencyCode == regencyCode).OrderBy(row => row.Name).Select(row => new { row.Code, row.Name }).ToListAsync(cancellationToken);
        var regency = await database.Set<Regency>().Where(row => row.Code == regencyCode).Select(row => row.Name).SingleAsync(cancellationToken);
        return new AreaNames([.. units.Select(row => (row.Code, row.Name))], [.. areas.Select(row => (row.Code, $"Kecamatan {row.Name}"))], (regencyCode, regency));
    }

    /// <summary>The name of a duty's area; its code when the place is gone.</summary>
    public string NameOf(string areaCode)
    {
        foreach (var (code, name) in Units.Concat(SubDistricts).Append(Regency))
            if (code == areaCode) return name;
        return areaCode;
    }

    /// <summary>"Front office, Puskesos Jatibogor".</summary>
    public string Line(OfficerRole held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return $"{Texts.AdminWords.T($"Role_{held.Role}")}, {NameOf(held.AreaCode)}";
    }
}
