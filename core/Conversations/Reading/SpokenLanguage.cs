using Puskesos.Core.Language.Speech;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>In which language the bot answers somebody who has not chosen one by word: that of clear krama or Sundanese writing.</summary>
public static class SpokenLanguage
{
    /// <summary>The language to change to, or null to stay.</summary>
    public static string? Of(IncomingMessage message, TurnView view) =>
        view.LanguageChosen || view.Language != TextCatalog.Indonesian ? null : LanguageGuesser.Read(message.Text).Advice switch
        {
            LanguageAdvice.SwitchToSundanese => "su",
            LanguageAdvice.SwitchToJavanese => "jv",
            _ => null,
        };

    /// <summary>The writing is mixed with Javanese, ngoko or ngapak: one line offers JAWA.</summary>
    public static bool MayOfferJavanese(IncomingMessage message, TurnView view) =>
        !view.LanguageChosen && view.Language == TextCatalog.Indonesian && LanguageGuesser.Read(message.Text).Advice == LanguageAdvice.OfferJavanese;
}
