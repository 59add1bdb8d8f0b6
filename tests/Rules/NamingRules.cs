using System.Text.RegularExpressions;

namespace Puskesos.Tests.Rules;

/// <summary>A name says what a thing does for whom, not what kind of code it is.</summary>
public static partial class NamingRules
{
    /// <summary>Steps are named by what they ask; ChooseService asks which service the resident wants.</summary>
    private const string StepsFolder = "core/Conversations/Steps/";

    public static IEnumerable<string> EmptyWords(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCSharp && !file.IsStandIn && !file.Path.StartsWith(StepsFolder, StringComparison.Ordinal)
        from type in TypeName().Matches(file.Code)
        where EmptyEnding().IsMatch(type.Groups[1].Value)
        select $"{file.At(type.Index)} {type.Groups[1].Value}";

    public static IEnumerable<string> EmptyFiles(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsStandIn
        let folders = file.Path.Split('/')[..^1]
        where file.Name == "Extensions.cs" || folders.Any(folder => EmptyFolder().IsMatch(folder))
        select file.Path;

    /// <summary>Terms that stay Indonesian are written as words: Nik, not NIK.</summary>
    public static IEnumerable<string> ShoutedTerms(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCSharp && !file.IsStandIn
        from found in Shouted().Matches(file.Code)
        select $"{file.At(found.Index)} {found.Value}";

    public static IEnumerable<string> AsyncWithoutEnding(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsProduct && file.IsCSharp
        from method in AsyncMethod().Matches(file.Code)
        let name = method.Groups[1].Value
        where !name.EndsWith("Async", StringComparison.Ordinal) && name != "Main"
        select $"{file.At(method.Index)} {name}";

    public static IEnumerable<string> AsyncVoid(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCSharp
        from found in AsyncVoidMethod().Matches(file.Code)
        select file.At(found.Index);

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(?:Service|Services|Manager|Helper|Helpers|Util|Utils|Common|Misc|Extensions)$")]
    private static partial Regex EmptyEnding();

    [GeneratedRegex("^(?:Services|Models|Managers|Helpers|Common|Utils|Misc)$")]
    private static partial Regex EmptyFolder();

    [GeneratedRegex(@"\b\w*(?:NIK|KTP|TKSK)\w*\b")]
    private static partial Regex Shouted();

    [GeneratedRegex(@"\basync\s+(?:Value)?Task(?:<[^=;{]*?>)?\s+(\w+)\s*[(<]")]
    private static partial Regex AsyncMethod();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoidMethod();
}
