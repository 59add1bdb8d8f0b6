using System.Globalization;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases;

/// <summary>The pin that a resident sent: exact for who visits the house, coarse for every other officer (issue of places, DOMAIN §3).</summary>
public sealed class CasePin(FieldCipher cipher)
{
    private const char Between = ',';

    /// <summary>Seals a pin for the case's row.</summary>
    public byte[] Seal(MapPoint pin) => cipher.Seal(string.Create(CultureInfo.InvariantCulture, $"{pin.Latitude:R}{Between}{pin.Longitude:R}"));

    /// <summary>The pin itself, for reckoning only.</summary>
    public MapPoint? Of(Case filed) =>
        filed.PinCipher is { } box && cipher.OpenText(box).Split(Between) is [var latitude, var longitude]
            ? new MapPoint(double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture))
            : null;

    /// <summary>The pin as this officer may see it; null when none was sent.</summary>
    public ShownPin? For(Case filed, Actor reader) =>
        Of(filed) is not { } pin ? null
        : reader.HasAny(Role.Fasilitator) ? new ShownPin(pin, IsExact: true)
        : new ShownPin(pin.Coarse(), IsExact: false);
}

/// <summary>A pin on an officer's page.</summary>
public readonly record struct ShownPin(MapPoint Point, bool IsExact)
{
    /// <summary>Latitude and longitude as a map takes them.</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Point.Latitude:0.######}, {Point.Longitude:0.######}");
}
