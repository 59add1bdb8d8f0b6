using System.Globalization;
using System.Text;
using QRCoder;

namespace Puskesos.Admin.Desk;

/// <summary>A QR code as one path of a drawing, for letters, slips and the second factor.</summary>
/// <param name="ViewBox">The drawing's frame, with the quiet zone of four modules that readers need.</param>
/// <param name="Path">The dark modules.</param>
/// <param name="Ground">The light ground behind them.</param>
public sealed record QrPicture(string ViewBox, string Path, string Ground)
{
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var side = code.ModuleMatrix.Count;
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrPicture(string.Create(CultureInfo.InvariantCulture, $"0 0 {side} {side}"), path.ToString(), string.Create(CultureInfo.InvariantCulture, $"M0 0h{side}v{side}h-{side}z"));
    }
}
