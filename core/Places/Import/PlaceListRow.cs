namespace Puskesos.Core.Places.Import;

/// <summary>One place of a list that passed the checks of its own row.</summary>
public sealed record PlaceListRow(
    string Code,
    string Name,
    VillageKind Kind,
    string? ParentName,
    MapPoint? Point,
    string File,
    int Line)
{
    public PlaceLevel Level => PlaceCode.LevelOf(Code)!.Value;
}
