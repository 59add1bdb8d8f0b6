namespace Puskesos.Core.Language.Writing;

/// <summary>One word, run of digits or sign of a message; positions count characters of the normalised text.</summary>
/// <param name="Start">First character in <see cref="WrittenText.Characters"/>.</param>
/// <param name="Length">Characters that name the word; the 2 of "anak2" is left out.</param>
/// <param name="End">Last character that belongs to the token, the 2 of "anak2" included.</param>
/// <param name="Kind">Word, digits or sign.</param>
/// <param name="SpaceBefore">A blank or line break stands before it, or it opens the message.</param>
public readonly record struct Token(int Start, int Length, int End, TokenKind Kind, bool SpaceBefore)
{
    /// <summary>The word was written with a doubling 2, as in "anak2".</summary>
    public bool Doubled => End >= Start + Length;
}
