using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Puskesos.Core.Texts;

/// <summary>All texts that people read, by key and language. Immutable; an override from the database stands before the built-in table.</summary>
public sealed class TextCatalog
{
    /// <summary>Indonesian: every key exists in it.</summary>
    public const string Indonesian = "id";

    /// <summary>Officers read Indonesian only.</summary>
    private const string OfficersTable = "OfficerMessages";

    private static readonly string[] Tables = ["Questions", "CaseUpdates", OfficersTable];
    private static readonly string[] OtherLanguages = ["jv", "jv-ngoko", "su"];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> BuiltIn = LoadAll();

    private readonly FrozenDictionary<(string Key, string Language), string> overrides;

    public TextCatalog()
        : this([])
    {
    }

    /// <summary>A catalogue with overrides; the caller has checked their gaps.</summary>
    public TextCatalog(IEnumerable<KeyValuePair<(string Key, string Language), string>> overrides) =>
        this.overrides = overrides.ToFrozenDictionary();

    /// <summary>Every key of the Indonesian tables.</summary>
    public static IEnumerable<string> Keys => BuiltIn[Indonesian].Keys;

    /// <summary>The languages that have a table.</summary>
    public static IEnumerable<string> Languages => BuiltIn.Keys;

    /// <summary>The text of a key in a language, else in Indonesian; throws <see cref="KeyNotFoundException"/> for an unknown key.</summary>
    public string Get(string key, string language = Indonesian) =>
        overrides.TryGetValue((key, language), out var changed) ? changed
        : BuiltIn.TryGetValue(language, out var table) && table.TryGetValue(key, out var text) ? text
        : overrides.TryGetValue((key, Indonesian), out changed) ? changed
        : BuiltIn[Indonesian].TryGetValue(key, out text) ? text
        : throw new KeyNotFoundException($"There is no text with the key {key}.");

    /// <summary>The text of a key in exactly this language, or null.</summary>
    public string? Find(string key, string language) =>
        overrides.TryGetValue((key, language), out var changed) ? changed : Default(key, language);

    /// <summary>The built-in text of a key in exactly this language, or null.</summary>
    public static string? Default(string key, string language) =>
        BuiltIn.TryGetValue(language, out var table) && table.TryGetValue(key, out var text) ? text : null;

    /// <summary>The text with its gaps filled; see <see cref="TextFill"/>.</summary>
    public string Fill(string key, string language, params ReadOnlySpan<(string Gap, string Value)> values) =>
        TextFill.Fill(Get(key, language), values);

    private static FrozenDictionary<string, FrozenDictionary<string, string>> LoadAll()
    {
        var all = new Dictionary<string, FrozenDictionary<string, string>> { [Indonesian] = Load("") };
        foreach (var language in OtherLanguages) all[language] = Load($".{language}");
        return all.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string> Load(string suffix)
    {
        var assembly = typeof(TextCatalog).Assembly;
        var texts = new Dictionary<string, string>();
        foreach (var table in Tables)
        {
            using var stream = assembly.GetManifestResourceStream($"{typeof(TextCatalog).Namespace}.{table}{suffix}.resources");
            if (stream is null && (suffix.Length == 0 || table != OfficersTable)) throw new MissingManifestResourceException($"The text table {table}{suffix} is not built in.");
            if (stream is null) continue;
            using var reader = new ResourceReader(stream);
            foreach (System.Collections.DictionaryEntry entry in reader)
                texts.Add((string)entry.Key, Convert.ToString(entry.Value, CultureInfo.InvariantCulture)!);
        }

        return texts.ToFrozenDictionary();
    }
}
