using System.Text.RegularExpressions;

namespace Puskesos.Tests.Rules;

/// <summary>Time comes from TimeProvider and reaches SQL as a parameter; numbers are read in a named culture.</summary>
public static partial class ClockRules
{
    /// <summary>
    /// Places that hand the machine's clock to everybody else, or measure with it. A recognizer makes its models itself, as
    /// Microsoft.Recognizers does, and takes the moment to count from as an argument.
    /// </summary>
    private static bool MayNameTheMachinesClock(SourceFile file) =>
        file.Name == "Program.cs" || file.Name.EndsWith("Recognizer.cs", StringComparison.Ordinal) || file.Name.EndsWith("Setup.cs", StringComparison.Ordinal) || file.Root == "tests" || file.Root == "deploy";

    public static IEnumerable<string> OwnTime(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsStandIn
        from found in MachineTime().Matches(file.Code)
        where found.Value != "TimeProvider.System" || !MayNameTheMachinesClock(file)
        select $"{file.At(found.Index)} {found.Value}";

    public static IEnumerable<string> TimeOfTheDatabase(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsProduct && file.IsCSharp && !file.IsMigration
        from found in SqlTime().Matches(CSharpText.WithoutComments(file.Text))
        select $"{file.At(found.Index)} {found.Value}";

    public static IEnumerable<string> NumbersWithoutCulture(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCSharp && !file.IsStandIn
        from found in Parse().Matches(file.Code)
        where !Culture().IsMatch(Statement(file.Code, found.Index))
        select $"{file.At(found.Index)} {found.Value}";

    private static string Statement(string code, int from) =>
        code[from..(code.IndexOfAny([';', '{'], from) is var end and >= 0 ? end : code.Length)];

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\bEnvironment\.TickCount(?:64)?\b|\bTimeProvider\.System\b")]
    private static partial Regex MachineTime();

    [GeneratedRegex(@"\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|\bcurrent_(?:timestamp|date|time)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SqlTime();

    [GeneratedRegex(@"\b(?:double|decimal|float|Double|Decimal|Single)\.(?:Try)?Parse\(")]
    private static partial Regex Parse();

    [GeneratedRegex(@"\bCultureInfo\b|\bNumberFormatInfo\b|\bculture\b|\bInvariant")]
    private static partial Regex Culture();
}
