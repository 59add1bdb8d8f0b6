namespace Puskesos.Tests.Rules;

/// <summary>One file of the tree, or a made-up one that a rule is tried on.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Text)
{
    private string? code;

    /// <summary>The text with comments and literals blanked; lines and columns stay where they are.</summary>
    public string Code => code ??= CSharpText.WithoutCommentsAndLiterals(Text);

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>core, bot, admin, tests or deploy.</summary>
    public string Root => Path.Split('/')[0];

    /// <summary>The folder below the root that gives the namespace: Cases in core/Cases/Referrals/Referral.cs; empty for core/X.cs.</summary>
    public string Folder => Path.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsStandIn => Path.StartsWith("core/StandIns/", StringComparison.Ordinal);

    public bool IsProduct => Root is "core" or "bot" or "admin" or "deploy" && !IsStandIn;

    public bool IsMigration => Path.StartsWith("core/Storage/Migrations/", StringComparison.Ordinal);

    public string At(int index) => $"{Path}:{LineOf(index)}";

    public int LineOf(int index) => Text.AsSpan(0, index).Count('\n') + 1;
}
