using System.Collections.Frozen;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Catalogue.Programmes;

/// <summary>The published programmes in memory, by regency; found by the words that residents use.</summary>
public sealed class ProgrammeIndex
{
    /// <summary>Shorter words must be written as they are: "pip" is not "pkp".</summary>
    private const int ShortestWithSlip = 5;

    private readonly FrozenDictionary<string, Entry[]> byRegency;

    public ProgrammeIndex(IEnumerable<PublishedProgramme> published) =>
        byRegency = published.GroupBy(one => one.RegencyCode).ToFrozenDictionary(
            regency => regency.Key,
            regency => regency.OrderBy(one => one.Text.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Id).Select(one => new Entry(one)).ToArray());

    /// <summary>No programme at all.</summary>
    public static ProgrammeIndex Empty { get; } = new([]);

    /// <summary>The programmes of a regency by name.</summary>
    public IReadOnlyList<PublishedProgramme> Of(string regencyCode) => [.. Entries(regencyCode).Select(entry => entry.Told)];

    /// <summary>The programme of this id, or null when it was withdrawn or is another regency's.</summary>
    public PublishedProgramme? Find(string regencyCode, long id) => Entries(regencyCode).FirstOrDefault(entry => entry.Told.Id == id)?.Told;

    /// <summary>The programmes that a message names; of two names one within the other the longer counts.</summary>
    public IReadOnlyList<PublishedProgramme> Named(string regencyCode, string message)
    {
        var words = WordsOf(message);
        var found = Entries(regencyCode).Select(entry => (entry.Told, Places: entry.Names.SelectMany(name => Places(words, name)).ToList())).Where(hit => hit.Places.Count > 0).ToList();
        return [.. found.Where(hit => hit.Places.Exists(place => !found.Exists(other => other.Told != hit.Told && other.Places.Exists(wider => Holds(wider, place))))).Select(hit => hit.Told)];
    }

    private static bool Holds((int From, int To) wider, (int From, int To) place) =>
        wider.From <= place.From && wider.To >= place.To && wider != place;

    private static IEnumerable<(int From, int To)> Places(string[] words, string[] name)
    {
        for (var at = 0; at + name.Length <= words.Length; at++)
            if (name.Index().All(word => IsMeant(words[at + word.Index], word.Item))) yield return (at, at + name.Length);
    }

    private static bool IsMeant(string written, string word) =>
        written == word || (word.Length >= ShortestWithSlip && written.Length >= ShortestWithSlip && OneEdit.Apart(written, word));

    private static string[] WordsOf(string text)
    {
        var written = TextNormaliser.Read(text);
        return [.. Enumerable.Range(0, written.Count).Where(at => written.IsWord(at) || written.IsDigits(at)).Select(at => written.Word(at).ToString())];
    }

    private Entry[] Entries(string regencyCode) => byRegency.TryGetValue(regencyCode, out var entries) ? entries : [];

    private sealed class Entry(PublishedProgramme told)
    {
        public PublishedProgramme Told { get; } = told;

        public string[][] Names { get; } = [.. told.Text.Words.Prepend(told.Text.Name).Select(WordsOf).Where(name => name.Length > 0)];
    }
}

/// <summary>What residents of a regency read about a programme now.</summary>
public sealed record PublishedProgramme(long Id, string RegencyCode, ProgrammeText Text);
