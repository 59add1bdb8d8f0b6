namespace Puskesos.Core.Places;

/// <summary>One row that every writer of places raises in its own transaction; instances see it move and load a new index.</summary>
public sealed class PlaceListVersion
{
    /// <summary>The only row's key.</summary>
    public const int TheOnlyRow = 1;

    public int Id { get; init; } = TheOnlyRow;

    public long Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
