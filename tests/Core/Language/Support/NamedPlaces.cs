using Puskesos.Core.Language.Messages;

namespace Puskesos.Tests.Core.Language.Support;

/// <summary>A place reader that knows a handful of names, so that the story can be cut without a database.</summary>
internal sealed class NamedPlaces(params string[] names) : IPlaceReader
{
    public PlaceReading Read(string text)
    {
        foreach (var name in names)
        {
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return new PlaceReading(PlaceKind.One, ["33.28.16.2007"], at, at + name.Length - 1);
        }
        return PlaceReading.None;
    }

    public bool? KnowsRegion(string sixDigits) => null;
}
