using System.Text.RegularExpressions;

namespace Puskesos.Tests.Rules;

/// <summary>Who may know whom. The numbers are the house plan's: a folder uses lower levels only, Storage stands beside all.</summary>
public static partial class FolderRules
{
    private const string Storage = "Storage";

    /// <summary>Level 1 first. People stands above Messaging, because an address names its channel; Officers above People, as an officer has one.</summary>
    private static readonly string[][] Plan =
    [
        ["Texts", "Language", "Jobs", "Calendar"],
        ["Messaging", "Places"],
        ["People", "Documents", "Catalogue"],
        ["Officers"],
        ["Cases"],
        ["Conversations", "Reminders", "Reports", "Privacy"],
    ];

    private static readonly Dictionary<string, int> Levels =
        Plan.SelectMany((folders, index) => folders.Select(folder => (folder, Level: index + 1))).ToDictionary(pair => pair.folder, pair => pair.Level);

    /// <summary>Each vendor's namespace and the only place of the product that may name it.</summary>
    private static readonly (string Namespace, string Where, Func<SourceFile, bool> Allowed)[] Vendors =
    [
        (@"(?:global::)?Telegram\.Bot", "bot/Telegram", file => file.Path.StartsWith("bot/Telegram/", StringComparison.Ordinal)),
        (@"Twilio", "bot/WhatsApp", file => file.Path.StartsWith("bot/WhatsApp/", StringComparison.Ordinal)),
        (@"Stateless", "the *Machine.cs files", file => file.Name.EndsWith("Machine.cs", StringComparison.Ordinal)),
        (@"Microsoft\.Recognizers", "core/Language", file => file.Path.StartsWith("core/Language/", StringComparison.Ordinal)),
        (@"Quartz", "bot/Jobs", file => file.Path.StartsWith("bot/Jobs/", StringComparison.Ordinal)),
        (@"Hangfire", "bot/Jobs", file => file.Path.StartsWith("bot/Jobs/", StringComparison.Ordinal)),
        (@"Microsoft\.AspNetCore\.(?:Mvc|Razor|Routing|Http)", "bot and admin", file => file.Root != "core"),
    ];

    /// <summary>Uses of a core folder on the same or a higher level.</summary>
    public static IEnumerable<string> Upward(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Root == "core" && file.IsCSharp && !file.IsStandIn && file.Folder is not ("" or Storage)
        from used in CoreFolder().Matches(file.Code)
        let folder = used.Groups["full"].Success ? used.Groups["full"].Value : used.Groups["short"].Value
        where folder != file.Folder && folder != Storage && (used.Groups["full"].Success || Levels.ContainsKey(folder))
        where LevelOf(folder) >= LevelOf(file.Folder)
        select $"{file.At(used.Index)} {file.Folder} (level {LevelOf(file.Folder)}) uses {folder} (level {LevelOf(folder)})";

    /// <summary>Core folders that the plan does not know.</summary>
    public static IEnumerable<string> Unplanned(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Root == "core" && file.IsCSharp && !file.IsStandIn)
            .Select(file => file.Folder)
            .Distinct()
            .Where(folder => folder is not ("" or Storage) && !Levels.ContainsKey(folder))
            .Select(folder => $"core/{folder} has no level");

    /// <summary>bot and admin never see each other, core sees neither, nobody sees the stand-ins by their own name.</summary>
    public static IEnumerable<string> Across(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsProduct && file.Root != "deploy"
        from used in OtherProcess().Matches(file.Code)
        let other = used.Groups[1].Value.ToLowerInvariant()
        where other == "standin" || other != file.Root
        select $"{file.At(used.Index)} names {used.Value}";

    /// <summary>The stand-ins repeat upstream's names and know nothing of the product.</summary>
    public static IEnumerable<string> StandInsOutside(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsStandIn
        from used in Product().Matches(file.Code)
        select $"{file.At(used.Index)} names {used.Value}";

    public static IEnumerable<string> VendorsOutside(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsProduct && file.IsCSharp
        from vendor in Vendors
        where !vendor.Allowed(file)
        from used in Regex.Matches(file.Code, $@"\busing\s+(?:static\s+|\w+\s*=\s*)?{vendor.Namespace}\b|\bglobal::{vendor.Namespace}\b")
        select $"{file.At(used.Index)} {used.Value.Trim()}: only {vendor.Where} may";

    /// <summary>The arrows are read from namespaces, so a file's namespace must be its folder's.</summary>
    public static IEnumerable<string> ForeignNamespaces(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCSharp && file.Root is "core" or "bot" or "admin" && !file.IsStandIn && !file.IsMigration
        let declared = Namespace().Match(file.Code)
        where declared.Success
        let expected = $"Puskesos.{char.ToUpperInvariant(file.Root[0])}{file.Root[1..]}{(file.Folder == "" ? "" : "." + file.Folder)}"
        where declared.Groups[1].Value != expected && !declared.Groups[1].Value.StartsWith(expected + ".", StringComparison.Ordinal)
        select $"{file.At(declared.Index)} is in {declared.Groups[1].Value}, expected {expected}";

    private static int LevelOf(string folder) => Levels.GetValueOrDefault(folder, int.MaxValue);

    // Written in full, or from the enclosing namespace: Cases.CaseFiling inside Puskesos.Core.Messaging.
    [GeneratedRegex(@"\bPuskesos\.Core\.(?<full>\w+)|(?<![\w.])(?<short>[A-Z]\w+)\.[A-Z]")]
    private static partial Regex CoreFolder();

    [GeneratedRegex(@"\bPuskesos\.(Bot|Admin|StandIn)\b(?=\s*[;.])")]
    private static partial Regex OtherProcess();

    [GeneratedRegex(@"\bPuskesos\.(?!StandIn\b)\w+")]
    private static partial Regex Product();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
