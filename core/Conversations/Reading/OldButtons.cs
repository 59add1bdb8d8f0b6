using System.Collections.Frozen;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Recognises a button of an earlier question that is pressed now: on Telegram it arrives as an ordinary text.</summary>
public static class OldButtons
{
    private static readonly FrozenSet<string> Labels = TextCatalog.Languages
        .SelectMany(language => TextCatalog.Keys.Where(key => key.Contains("_Question", StringComparison.Ordinal)).Select(key => TextCatalog.Default(key, language)))
        .OfType<string>().SelectMany(AnswerReading.Labels).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for the exact label of a question that is not the one that waits.</summary>
    public static bool IsOne(IncomingMessage message, TurnView view) =>
        message.Text is { } text && (Labels.Contains(text) || view.Catalogue.Categories.Any(need => need.Label == text));
}
