namespace Microsoft.Recognizers.Text;

/// <summary>The culture codes that upstream ships; others are used as they are, in small letters.</summary>
public sealed class Culture
{
    public const string Arabic = "ar-*";
    public const string Bulgarian = "bg-bg";
    public const string Chinese = "zh-cn";
    public const string Dutch = "nl-nl";
    public const string English = "en-us";
    public const string EnglishOthers = "en-*";
    public const string French = "fr-fr";
    public const string German = "de-de";
    public const string Hindi = "hi-in";
    public const string Italian = "it-it";
    public const string Japanese = "ja-jp";
    public const string Korean = "ko-kr";
    public const string Portuguese = "pt-br";
    public const string Spanish = "es-es";
    public const string SpanishMexican = "es-mx";
    public const string Swedish = "sv-se";
    public const string Turkish = "tr-tr";

    private static readonly string[] Codes =
    [
        Arabic, Bulgarian, Chinese, Dutch, English, EnglishOthers, French, German, Hindi, Italian, Japanese, Korean, Portuguese, Spanish, SpanishMexican, Swedish, Turkish,
    ];

    private Culture()
    {
    }

    /// <summary>The shipped code of the same language, or the given code in small letters.</summary>
    public static string MapToNearestLanguage(string cultureCode)
    {
        ArgumentNullException.ThrowIfNull(cultureCode);
        var code = cultureCode.ToLowerInvariant();
        if (Array.IndexOf(Codes, code) >= 0)
            return code;
        var language = code.Split('-')[0] + "-";
        var near = Array.FindAll(Codes, known => known.StartsWith(language, StringComparison.Ordinal));
        return near.Length == 0 ? code : Array.Find(near, known => known.EndsWith('*')) ?? near[0];
    }
}
