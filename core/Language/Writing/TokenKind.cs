namespace Puskesos.Core.Language.Writing;

/// <summary>What a piece of a resident's message is made of.</summary>
public enum TokenKind : byte
{
    Word,
    Digits,
    Symbol,
}
