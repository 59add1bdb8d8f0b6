using System.Collections;
using System.Collections.Frozen;
using System.Resources;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Texts;

/// <summary>What officers read on their pages, from AdminText.resx.</summary>
public static class AdminWords
{
    private static readonly FrozenDictionary<string, string> Words = Load();

    /// <summary>The text of a key; pages write <c>@T(AdminText.Queue_Title)</c>.</summary>
    public static string T(string key) => Words[key];

    /// <summary>Whether there is a text of this key: codes of providers have none.</summary>
    public static bool Has(string key) => Words.ContainsKey(key);

    /// <summary>The text with its gaps filled.</summary>
    public static string T(string key, params ReadOnlySpan<(string Gap, string Value)> values) => TextFill.Fill(Words[key], values);

    private static FrozenDictionary<string, string> Load()
    {
        using var reader = new ResourceReader(typeof(AdminWords).Assembly.GetManifestResourceStream($"{typeof(AdminWords).Namespace}.AdminText.resources")!);
        return reader.Cast<DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
