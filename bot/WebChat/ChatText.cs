using System.Collections;
using System.Collections.Frozen;
using System.Resources;
using System.Runtime.CompilerServices;

namespace Puskesos.Bot.WebChat;

/// <summary>The page's own words, from ChatText.resx; what the bot says is in core's tables.</summary>
public static class ChatText
{
    private static readonly FrozenDictionary<string, string> Words = Load();

    public static string Title => Word();

    public static string Name => Word();

    public static string Tagline => Word();

    public static string Heading => Word();

    public static string Talk => Word();

    public static string Bot => Word();

    public static string You => Word();

    public static string Welcome => Word();

    public static string Welcome_Report => Word();

    public static string Welcome_Check => Word();

    public static string Welcome_Menu => Word();

    public static string Answers => Word();

    public static string Commands => Word();

    public static string Command_Menu => Word();

    public static string Command_Back => Word();

    public static string Command_Skip => Word();

    public static string Command_Done => Word();

    public static string Command_Help => Word();

    public static string Command_Cancel => Word();

    public static string Command_Check => Word();

    public static string Emergency => Word();

    public static string Answering => Word();

    public static string Write => Word();

    public static string Send => Word();

    public static string Attach => Word();

    public static string Attached => Word();

    public static string Refresh => Word();

    public static string Waiting => Word();

    public static string Photos => Word();

    public static string Files => Word();

    public static string Place => Word();

    public static string Sent => Word();

    public static string Reached => Word();

    public static string Progress => Word();

    public static string Progress_Consent => Word();

    public static string Progress_ForWhom => Word();

    public static string Progress_Name => Word();

    public static string Progress_Village => Word();

    public static string Progress_Need => Word();

    public static string Progress_Story => Word();

    public static string Progress_Documents => Word();

    public static string Progress_Check => Word();

    public static string Notice_ManyFiles => Word();

    public static string Notice_Empty => Word();

    public static string Script_Sending => Word();

    public static string Script_Offline => Word();

    public static string Script_NoPlace => Word();

    public static string Script_News => Word();

    public static string Problem_Title => Word();

    public static string Problem_Back => Word();

    public static string Problem_Again => Word();

    public static string Problem_NotReadable => Word();

    public static string Problem_TextTooLong => Word();

    public static string Problem_BodyTooBig => Word();

    public static string Problem_TooFast => Word();

    public static string Problem_Away => Word();

    public static string Problem_OtherSite => Word();

    /// <summary>The word of a key that is known only at run time.</summary>
    public static string Of(string key) => Words[key];

    private static string Word([CallerMemberName] string key = "") => Words[key];

    private static FrozenDictionary<string, string> Load()
    {
        using var reader = new ResourceReader(typeof(ChatText).Assembly.GetManifestResourceStream($"{typeof(ChatText).FullName}.resources")!);
        return reader.Cast<DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
