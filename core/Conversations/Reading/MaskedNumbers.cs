using System.Text.RegularExpressions;

namespace Puskesos.Core.Conversations;

/// <summary>A NIK or KK stands masked in the story (<c>3328••••••••0001</c>); in a chat not even the mask is shown.</summary>
public static partial class MaskedNumbers
{
    /// <summary>The story without masked numbers and the labels before them.</summary>
    public static string LeaveOut(string story) => Blanks().Replace(Masked().Replace(story, " "), " ").Replace(" ,", ",", StringComparison.Ordinal).Trim(' ', ',');

    [GeneratedRegex(@"(\b(nik|kk|ktp|no|nomor|nmr|nik saya|no kk)\b[ .:=]*)*\d{4}•{4,12}\d{4}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Masked();

    [GeneratedRegex(" {2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
