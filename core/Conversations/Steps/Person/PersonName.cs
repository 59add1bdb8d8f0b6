using System.Globalization;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Language.Messages;

namespace Puskesos.Core.Conversations.Steps.Person;

/// <summary>Reads a name as people write it: "wasri", "nama saya Tumini", "Sunarto, suaminya", "Sugeng Prayitno RT 03".</summary>
public static class PersonName
{
    /// <summary>Longest name kept, in characters; the longest on an Indonesian identity card is 60 (Permendagri 73/2022).</summary>
    public const int Longest = 60;

    private static readonly string[] Openings = ["nama saya", "nama sy", "namaku", "nama", "saya", "sy", "aku", "jeneng kula", "nami abdi", "abdi", "kula", "nyong"];
    private static readonly string[] Courtesies = [" pak", " bu", " bpk", " mas", " mbak", " kak"];
    private static readonly string[] EndsAt = [",", ";", "\n", " rt ", " rt.", " rt0", " rw ", " dari ", " desa ", " ds ", " ds.", " umur ", " usia ", " alamat ", " nik ", " ktp ", " no ", " nik:", " hp "];

    /// <summary>The name, its words beginning with a capital when all was written small; null when there is no name in it.</summary>
    public static string? Read(string? text)
    {
        if (text?.Trim() is not { Length: > 0 } words) return null;
        foreach (var opening in Openings)
            if (words.Length > opening.Length + 1 && words.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(words[opening.Length]))
            {
                words = words[opening.Length..].TrimStart(' ', ':', ',', '.');
                break;
            }

        foreach (var end in EndsAt)
            if (words.IndexOf(end, StringComparison.OrdinalIgnoreCase) is var at and > 0) words = words[..at];
        foreach (var ending in Courtesies)
            if (words.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) words = words[..^ending.Length];
        words = words.Trim(' ', '.', ',', ':', '-', '*', '"');
        return IsName(words) && !IsAnswer(words) ? Capitals(words) : null;
    }

    private static bool IsName(string words) =>
        words.Length is >= 2 and <= Longest && words.Any(char.IsLetter)
        && words.All(c => char.IsLetter(c) || c is ' ' or '.' or '\'' or '-' or ',' or '’' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
        && words.Split(' ').Length <= 7;

    /// <summary>"ya", "belum", "lewati" answer another question.</summary>
    private static bool IsAnswer(string words) => ForWhomReader.ReadAnswer(words) == ForWhom.Self || YesNoReader.Read(words) != YesNoAnswer.None || CommandWords.Read(words) != Command.None;

    private static string Capitals(string words)
    {
        if (words.Any(char.IsUpper) && !words.All(c => !char.IsLetter(c) || char.IsUpper(c))) return words;
        var letters = words.ToLowerInvariant().ToCharArray();
        for (var at = 0; at < letters.Length; at++)
            if (at == 0 || letters[at - 1] is ' ' or '-' or '.') letters[at] = char.ToUpperInvariant(letters[at]);
        return new string(letters);
    }
}
