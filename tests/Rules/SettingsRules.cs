using System.Reflection;
using System.Text.Json;

namespace Puskesos.Tests.Rules;

/// <summary>Whoever runs the service finds every setting in appsettings.json, secrets with an empty value.</summary>
public static class SettingsRules
{
    private const string Ending = "Options";

    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IEnumerable<Type> OptionsOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith(Ending, StringComparison.Ordinal) && type.Name != Ending);

    /// <summary>The section is the class's constant Section, else its name without the ending: TelegramOptions is Telegram.</summary>
    public static string SectionOf(Type options) =>
        options.GetField("Section", BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)?.GetRawConstantValue() as string ?? options.Name[..^Ending.Length];

    public static IEnumerable<string> Missing(IEnumerable<Type> options, IEnumerable<string> appsettings)
    {
        var keys = appsettings.SelectMany(KeysOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return options
            .SelectMany(type => Settings(type, SectionOf(type)))
            .Where(key => !keys.Contains(key))
            .Select(key => $"{key} is in no appsettings.json");
    }

    private static IEnumerable<string> Settings(Type type, string path) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is { IsPublic: true }
        let key = $"{path}:{property.Name}"
        from setting in property.PropertyType.Name.EndsWith(Ending, StringComparison.Ordinal) ? Settings(property.PropertyType, key) : [key]
        select setting;

    private static HashSet<string> KeysOf(string json)
    {
        using var document = JsonDocument.Parse(json, Reading);
        return [.. Keys(document.RootElement, "")];
    }

    private static IEnumerable<string> Keys(JsonElement element, string path) =>
        element.ValueKind != JsonValueKind.Object
            ? []
            : element.EnumerateObject().SelectMany(property => Keys(property.Value, $"{path}{property.Name}:").Prepend(path + property.Name));
}
