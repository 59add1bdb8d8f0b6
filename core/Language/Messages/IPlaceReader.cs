namespace Puskesos.Core.Language.Messages;

/// <summary>How sure a place in a message is.</summary>
public enum PlaceKind
{
    None,
    One,
    Ask,
    SubDistrict,
    Outside,
}

/// <summary>A place that a message names.</summary>
/// <param name="Kind">One village, several to choose from, a sub-district only, outside the served area, or none.</param>
/// <param name="Codes">Kemendagri codes, likelier first.</param>
/// <param name="Start">First UTF-16 unit of the name in the message, without the preposition; -1 for none.</param>
/// <param name="End">Last UTF-16 unit (inclusive).</param>
public sealed record PlaceReading(PlaceKind Kind, IReadOnlyList<string> Codes, int Start, int End)
{
    /// <summary>No place was named.</summary>
    public static PlaceReading None { get; } = new(PlaceKind.None, [], -1, -1);
}

/// <summary>Finds villages and sub-districts in a message; filled by the places of the installation.</summary>
public interface IPlaceReader
{
    /// <summary>The place that a message names.</summary>
    PlaceReading Read(string text);

    /// <summary>Whether a six-digit region of a NIK exists; null where the list cannot tell.</summary>
    bool? KnowsRegion(string sixDigits);
}
