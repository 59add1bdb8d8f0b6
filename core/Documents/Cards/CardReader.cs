using System.Text;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Core.Documents.Cards;

/// <summary>Reads the photo of an identity card out of process, where tesseract is installed.</summary>
public sealed class CardReader(OutOfProcess tools)
{
    /// <summary>Debian's packages tesseract-ocr and tesseract-ocr-ind.</summary>
    public const string Recogniser = "tesseract";

    /// <summary>Lines of one column, as a card has them (tesseract(1), page segmentation mode 6).</summary>
    private static readonly string[] Arguments = ["stdin", "stdout", "-l", "ind", "--psm", "6"];

    /// <summary>True when cards are read on this machine.</summary>
    public static bool IsThere => OutOfProcess.Find(Recogniser) is not null;

    /// <summary>What is printed on the card; <see cref="CardReading.Nothing"/> when it cannot be read.</summary>
    public async Task<CardReading> ReadAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        var text = await tools.RunAsync(Recogniser, Arguments, picture, cancellationToken);
        var reading = text is null ? CardReading.Nothing : CardText.Parse(Encoding.UTF8.GetString(text));
        return reading.IsCard ? reading : CardReading.Nothing;
    }
}
