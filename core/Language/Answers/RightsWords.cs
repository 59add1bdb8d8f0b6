using System.Collections.Frozen;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Answers;

/// <summary>
/// Reads a whole message as a wish about the own data ("tolong hapus data saya pak"). Every word must belong to the wish or to its courtesies,
/// and both "data" and whose it is must be said: "data saya tidak muncul" and "perbaiki data kk" stay complaints.
/// </summary>
public static class RightsWords
{
    /// <summary>More words are a story.</summary>
    private const int MostWords = 9;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Data = Set("data datane datanipun datana");

    /// <summary>"dataku" says both.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OwnData = Set("dataku datanku dataq datakulo datakula");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Own = Set("saya sy sya aku ku kula kulo dalem nyong inyong enyong abdi kuring pribadi sendiri");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Around = Set(
        "semua seluruh kabeh sedaya sadaya di dari dr saking ti sini kene mriki dieu layanan ini niki ieu iki puskesos bot chat yang yg ingkang sing nu tersimpan disimpan kaserat mau mohon minta nyuwun njaluk tolong tulung punten bade badhe arep hoyong pengen pingin ingin bisa boleh saged tiasa");

    private static readonly (OwnDataWish Wish, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs)[] Wishes =
    [
        (OwnDataWish.Erase, Set("hapus hapuskan dihapus hapusen hapusin delete busak busek dibusak dipunbusak pupus hilangkan ngahapus")),
        (OwnDataWish.Correct, Set("perbaiki perbaikan diperbaiki betulkan benarkan benerin bener dibenarkan koreksi ralat didandani ndandani dandani dipundandosi lereskeun ngalereskeun")),
        (OwnDataWish.See, Set("lihat liat melihat dilihat ndelok delok deleng ningali mirsani salinan salin kopi copy fotokopi tampilkan unduh")),
    ];

    /// <summary>The wish that this whole message is; null when it is anything else.</summary>
    public static OwnDataWish? Read(string? text)
    {
        var written = TextNormaliser.Read(text);
        OwnDataWish? found = null;
        var (words, isData, isOwn) = (0, false, false);
        for (var at = 0; at < written.Count; at++)
        {
            if (written.IsDigits(at)) return null;
            if (!written.IsWord(at)) continue;
            var word = written.Word(at);
            if (++words > MostWords) return null;
            if (WishOf(word) is { } wish)
            {
                if (found is { } before && before != wish) return null;
                found = wish;
            }
            else if (OwnData.Contains(word)) (isData, isOwn) = (true, true);
            else if (Data.Contains(word)) isData = true;
            else if (Own.Contains(word)) isOwn = true;
            else if (!IsAround(word)) return null;
        }

        return isData && isOwn ? found : null;
    }

    private static OwnDataWish? WishOf(ReadOnlySpan<char> word)
    {
        foreach (var (wish, verbs) in Wishes)
            if (verbs.Contains(word)) return wish;
        return null;
    }

    private static bool IsAround(ReadOnlySpan<char> word) =>
        Around.Contains(word) || AnswerWords.Courtesy.Contains(word) || MessageWords.Greeting.Contains(word) || MessageWords.Address.Contains(word) || MessageWords.Wish.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
