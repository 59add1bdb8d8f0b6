using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Core.Texts;

/// <summary>All texts that people read, by key and language. A regency's own wording stands before the built-in table: <see cref="For"/>. What For gives back never changes.</summary>
public sealed class TextCatalog
{
    /// <summary>Indonesian: every key exists in it.</summary>
    public const string Indonesian = "id";

    /// <summary>Officers read Indonesian only.</summary>
    private const string OfficersTable = "OfficerMessages";

    /// <summary>Ready answers that an officer sends in his or her own name are written in Indonesian.</summary>
    private const string RepliesTable = "OfficerReplies";

    private static readonly string[] Tables = ["Questions", "CaseUpdates", RepliesTable, OfficersTable];
    private static readonly string[] IndonesianTables = [OfficersTable, RepliesTable];
    private static readonly string[] OtherLanguages = ["jv", "jv-ngoko", "su"];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> BuiltIn = LoadAll();

    private readonly FrozenDictionary<(string Key, string Language), string> overrides;
    private volatile FrozenDictionary<string, TextCatalog> regencies = FrozenDictionary<string, TextCatalog>.Empty;

    public TextCatalog()
        : this([])
    {
    }

    /// <summary>A catalogue with overrides; the caller has checked their gaps.</summary>
    public TextCatalog(IEnumerable<KeyValuePair<(string Key, string Language), string>> overrides) =>
        this.overrides = overrides.ToFrozenDictionary();

    /// <summary>Every key of the Indonesian tables.</summary>
    public static IEnumerable<string> Keys => BuiltIn[Indonesian].Keys;

    /// <summary>The keys of what residents read; officers' messages are not among them.</summary>
    public static IReadOnlySet<string> ResidentKeys { get; } = Tables.Where(table => table != OfficersTable).SelectMany(table => Load("", table).Keys).ToFrozenSet();

    /// <summary>The languages that have a table.</summary>
    public static IEnumerable<string> Languages => BuiltIn.Keys;

    /// <summary>The texts as a regency words them.</summary>
    public TextCatalog For(string regencyCode) => regencies.GetValueOrDefault(regencyCode, this);

    /// <summary>From now on these wordings hold, and no others; the caller has checked their gaps.</summary>
    public void Swap(IEnumerable<TextOverride> inForce) =>
        regencies = inForce.Where(row => row.Words is not null).GroupBy(row => row.RegencyCode).ToFrozenDictionary(
            regency => regency.Key,
            regency => new TextCatalog(regency.Select(row => KeyValuePair.Create((row.Key, row.Language), row.Words!))));

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

    private static FrozenDictionary<string, string> Load(string suffix) => Tables.SelectMany(table => Load(suffix, table)).ToFrozenDictionary();

    private static Dictionary<string, string> Load(string suffix, string table)
    {
        var texts = new Dictionary<string, string>();
        using var stream = typeof(TextCatalog).Assembly.GetManifestResourceStream($"{typeof(TextCatalog).Namespace}.{table}{suffix}.resources");
        if (stream is null && (suffix.Length == 0 || !IndonesianTables.Contains(table))) throw new MissingManifestResourceException($"The text table {table}{suffix} is not built in.");
        if (stream is null) return texts;
        using var reader = new ResourceReader(stream);
        foreach (System.Collections.DictionaryEntry entry in reader)
            texts.Add((string)entry.Key, Convert.ToString(entry.Value, CultureInfo.InvariantCulture)!);
        return texts;
    }
}
