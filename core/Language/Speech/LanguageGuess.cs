namespace Puskesos.Core.Language.Speech;

/// <summary>The language in which somebody writes.</summary>
public enum WrittenLanguage
{
    Indonesian,
    Javanese,
    JavaneseNgoko,
    Sundanese,
}

/// <summary>What the bot does about it: stay, offer Javanese once, or answer in clear krama or Sundanese at once.</summary>
public enum LanguageAdvice
{
    Stay,
    OfferJavanese,
    SwitchToJavanese,
    SwitchToSundanese,
}

/// <summary>The guessed language of a message and what to do about it.</summary>
public readonly record struct LanguageGuess(WrittenLanguage Language, LanguageAdvice Advice);
