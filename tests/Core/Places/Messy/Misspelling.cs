namespace Puskesos.Tests.Core.Places.Messy;

/// <summary>Makes the mistakes that thumbs make: a letter left out, doubled, beside the right key, swapped with its neighbour, another vowel.</summary>
internal static class Misspelling
{
    private static readonly string[] KeyRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static string Of(string name, int edits, Random random)
    {
        var letters = name.ToLowerInvariant().ToList();
        for (var edit = 0; edit < edits; edit++)
        {
            Edit(letters, random);
        }

        return string.Concat(letters);
    }

    private static void Edit(List<char> letters, Random random)
    {
        var at = random.Next(letters.Count);
        while (letters[at] == ' ')
        {
            at = random.Next(letters.Count);
        }

        switch (random.Next(5))
        {
            case 0:
                letters.RemoveAt(at);
                break;
            case 1:
                letters.Insert(at, letters[at]);
                break;
            case 2:
                letters[at] = BesideKey(letters[at], random);
                break;
            case 3 when at + 1 < letters.Count && letters[at + 1] != ' ':
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                break;
            default:
                letters[at] = "aiueo".Contains(letters[at]) ? "aiueo"[random.Next(5)] : BesideKey(letters[at], random);
                break;
        }
    }

    private static char BesideKey(char letter, Random random)
    {
        foreach (var row in KeyRows)
        {
            var at = row.IndexOf(letter);
            if (at >= 0)
            {
                return row[Math.Clamp(at + (random.Next(2) == 0 ? -1 : 1), 0, row.Length - 1)];
            }
        }

        return letter;
    }
}
