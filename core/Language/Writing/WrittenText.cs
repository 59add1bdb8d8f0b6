namespace Puskesos.Core.Language.Writing;

/// <summary>A message made plain (small letters, no invisible marks), cut into tokens, with the way back to the original characters.</summary>
public sealed class WrittenText
{
    private readonly char[] characters;
    private readonly int[] origins;
    private readonly Token[] tokens;

    internal WrittenText(string original, char[] characters, int[] origins, int length, Token[] tokens, int count)
    {
        Original = original;
        this.characters = characters;
        this.origins = origins;
        Length = length;
        this.tokens = tokens;
        Count = count;
    }

    /// <summary>The message exactly as it came.</summary>
    public string Original { get; }

    /// <summary>Number of normalised characters.</summary>
    public int Length { get; }

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    /// <summary>The normalised characters.</summary>
    public ReadOnlySpan<char> Characters => characters.AsSpan(0, Length);

    /// <summary>The tokens in the order of writing.</summary>
    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, Count);

    /// <summary>One token by its place.</summary>
    public ref readonly Token this[int index] => ref tokens[index];

    /// <summary>The plain letters of a token.</summary>
    public ReadOnlySpan<char> Word(int index) => characters.AsSpan(tokens[index].Start, tokens[index].Length);

    /// <summary>True when the token is this word, in small letters.</summary>
    public bool Is(int index, string word) => (uint)index < (uint)Count && Word(index).SequenceEqual(word);

    /// <summary>True when the token is this sign.</summary>
    public bool IsSymbol(int index, char sign) =>
        (uint)index < (uint)Count && tokens[index].Kind == TokenKind.Symbol && characters[tokens[index].Start] == sign;

    /// <summary>True when the token is a run of digits.</summary>
    public bool IsDigits(int index) => (uint)index < (uint)Count && tokens[index].Kind == TokenKind.Digits;

    /// <summary>True when the token is a word.</summary>
    public bool IsWord(int index) => (uint)index < (uint)Count && tokens[index].Kind == TokenKind.Word;

    /// <summary>True when the token follows the one before it without a blank.</summary>
    public bool IsGlued(int index) => (uint)index < (uint)Count && index > 0 && !tokens[index].SpaceBefore;

    /// <summary>First UTF-16 unit of the token in the original message.</summary>
    public int OriginalStart(int index) => origins[tokens[index].Start];

    /// <summary>Last UTF-16 unit (inclusive) of the token in the original message.</summary>
    public int OriginalEnd(int index)
    {
        var at = origins[tokens[index].End];
        return at + 1 < Original.Length && char.IsSurrogatePair(Original[at], Original[at + 1]) ? at + 1 : at;
    }

    /// <summary>The beginning of a very long text; nobody writes more words than this to say what is wrong.</summary>
    public WrittenText Head(int mostTokens) => Count <= mostTokens ? this : new WrittenText(Original, characters, origins, Length, tokens, mostTokens);

    /// <summary>The first token that ends at or after a UTF-16 unit of the original message; <see cref="Count"/> when there is none.</summary>
    public int FirstTokenFrom(int original)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (OriginalEnd(middle) < original)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The normalised text; for tests and for comparing short answers.</summary>
    public override string ToString() => new(Characters);
}
