namespace Puskesos.Core.Language.Writing;

/// <summary>Tells whether two words differ by one typing slip: a letter more, less, other, or two swapped.</summary>
internal static class OneEdit
{
    public static bool Apart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var front = a.CommonPrefixLength(b);
        var restA = a[front..];
        var restB = b[front..];
        if (restA.IsEmpty && restB.IsEmpty)
            return false;
        if (restA.Length == restB.Length)
            return restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }
}
