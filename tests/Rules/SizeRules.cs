using System.Text.RegularExpressions;

namespace Puskesos.Tests.Rules;

/// <summary>The sizes of the house plan: what is larger has two meanings and is split by them.</summary>
public static partial class SizeRules
{
    public const int FileLines = 300;
    public const int MethodLines = 60;
    public const int ConstructorParameters = 6;

    public static IEnumerable<string> LongFiles(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsMigration
        let lines = file.LineOf(file.Text.TrimEnd('\n').Length)
        where lines > FileLines
        select $"{file.Path} has {lines} lines";

    public static IEnumerable<string> LongMethods(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCSharp && !file.IsMigration
        from member in Members(file.Code)
        let lines = file.LineOf(member.End) - file.LineOf(member.Start) + 1
        where lines > MethodLines
        select $"{file.At(member.Start)} has {lines} lines";

    public static IEnumerable<string> WideConstructors(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsCSharp && !file.IsStandIn
        from found in Constructors(file.Code)
        let parameters = Parameters(file.Code, found.Index + found.Length)
        where parameters > ConstructorParameters
        select $"{file.At(found.Index)} takes {parameters}";

    private static IEnumerable<Match> Constructors(string code)
    {
        foreach (Match type in Class().Matches(code))
        {
            if (type.Value.EndsWith('(')) yield return type;
            var explicitOnes = Regex.Matches(code, $@"\b(?:public|internal|private|protected)\s+{type.Groups[1].Value}\s*\(");
            foreach (Match constructor in explicitOnes) yield return constructor;
        }
    }

    private static int Parameters(string code, int from)
    {
        var (depth, commas, any) = (0, 0, false);
        foreach (var letter in code.AsSpan(from))
        {
            if (letter == ')' && depth == 0) break;
            any |= !char.IsWhiteSpace(letter);
            if (letter is '(' or '<' or '[') depth++;
            if (letter is ')' or '>' or ']') depth--;
            if (letter == ',' && depth == 0) commas++;
        }

        return any ? commas + 1 : 0;
    }

    /// <summary>Blocks that stand directly in a type and are no data: methods, constructors, properties, switch bodies.</summary>
    private static IEnumerable<(int Start, int End)> Members(string code)
    {
        var open = new Stack<(int Start, bool IsType, bool IsMember)>();
        var header = 0;
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] == '{')
            {
                var text = code[header..at];
                var inType = open.Count > 0 && open.Peek().IsType;
                open.Push((header + Attributes().Match(text).Length, Type().IsMatch(text), inType && !Data().IsMatch(text)));
            }
            if (code[at] == '}' && open.TryPop(out var closed) && closed is { IsMember: true, IsType: false }) yield return (closed.Start, at);
            if (code[at] is '{' or '}' or ';') header = at + 1;
        }
    }

    // A theory's rows stand before its method and are data.
    [GeneratedRegex(@"^\s*(?:\[(?>[^\[\]]+|\[[^\[\]]*\])*\]\s*)*")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum|namespace)\s+\w+")]
    private static partial Regex Type();

    // A field with an initialiser is a table, not a method; => is a body, == and <= are comparisons in one.
    [GeneratedRegex(@"^[^(]*[^=!<>]=(?![=>])")]
    private static partial Regex Data();

    [GeneratedRegex(@"(?<!record\s)\bclass\s+(\w+)(?:<[^>]*>)?\s*\(?")]
    private static partial Regex Class();
}
