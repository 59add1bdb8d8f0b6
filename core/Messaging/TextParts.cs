namespace Puskesos.Core.Messaging;

/// <summary>A stretch of a text that is sent as one message.</summary>
public readonly record struct TextPart(int Start, int Length)
{
    public int End => Start + Length;

    public string Of(string text) => text.Substring(Start, Length);
}

/// <summary>Cuts a text into parts that a channel accepts: at line ends, else at blanks, never inside a character.</summary>
public static class TextParts
{
    /// <summary>A cut nearer to the start than this share of the room is not worth taking: a line end there would leave a crumb.</summary>
    private const int SmallestShare = 4;

    /// <summary>The parts of at most <paramref name="most"/> UTF-16 units, without the blanks at the cuts; a text of blanks has none.</summary>
    public static IReadOnlyList<TextPart> Cut(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var parts = new List<TextPart>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.Length - start <= most ? text.Length : start + RoomFor(text.AsSpan(start), most);
            var length = text.AsSpan(start, end - start).TrimEnd().Length;
            if (length > 0) parts.Add(new TextPart(start, length));
            start = end;
            while (start < text.Length && parts.Count > 0 && text[start] is '\n' or '\r' or ' ') start++;
        }

        return parts;
    }

    private static int RoomFor(ReadOnlySpan<char> rest, int most)
    {
        var room = rest[..(most + 1)];
        var line = room.LastIndexOf('\n');
        if (line > most / SmallestShare) return line;
        var blank = room.LastIndexOf(' ');
        if (blank > most / SmallestShare) return blank;
        return char.IsHighSurrogate(rest[most - 1]) && char.IsLowSurrogate(rest[most]) ? most - 1 : most;
    }
}
