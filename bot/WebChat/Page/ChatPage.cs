using Puskesos.Bot.WebChat.Intake;
using Puskesos.Core.Texts;

namespace Puskesos.Bot.WebChat.Page;

/// <summary>The whole chat page.</summary>
public static class ChatPage
{
    /// <summary>Without a script the page looks for the reply by itself, but not for ever: somebody may be typing.</summary>
    private static readonly TimeSpan RefreshFor = TimeSpan.FromSeconds(30);

    public static string Render(ChatView view, string? notice)
    {
        var token = PageFrame.NewToken();
        var body = new Markup().Add($"""
            {PageFrame.Band(view.Area, token)}
            <main class="resident" id="isi">
            <h1 class="hide">{ChatText.Heading}</h1>
            {ChatTalk.Render(view, token)}
            <p class="notice" id="ket" role="status"{Hidden(notice is null)}>{notice}</p>
            </main>
            <section class="dock" aria-label="{ChatText.Answering}">
            {ChatTalk.Steps(view.Progress)}
            {Dock(token)}
            </section>
            """);
        return PageFrame.Document(TextFill.Fill(ChatText.Title, ("area", PageFrame.ShortArea(view.Area))), body, NeedsRefresh(view) ? Refresh(token) : null).ToString();
    }

    /// <summary>Instead of the chat when a message could not be taken; what was typed stays in the field.</summary>
    public static string RenderProblem(ChatArea area, string problem, ChatPost? kept)
    {
        var token = kept?.Token ?? PageFrame.NewToken();
        var body = new Markup().Add($"""
            {PageFrame.Band(area, token)}
            <main class="resident stack" id="isi">
            <h1>{ChatText.Problem_Title}</h1>
            <p class="notice late" role="status">{problem}</p>
            {(kept is { Text.Length: > 0 } ? Again(kept.Text, token) : null)}
            <p><a class="btn" href="/#akhir">{ChatText.Problem_Back}</a></p>
            </main>
            """);
        return PageFrame.Document(ChatText.Problem_Title, body).ToString();
    }

    private static Markup Dock(string token) => new Markup().Add($"""
        <form id="kirim" method="post" action="/chat" enctype="multipart/form-data" data-sending="{ChatText.Script_Sending}" data-offline="{ChatText.Script_Offline}" data-attached="{ChatText.Attached}" data-noplace="{ChatText.Script_NoPlace}" data-news="{ChatText.Script_News}" data-most="{WebChatLimits.MostFiles}">
        <input type="hidden" name="token" value="{token}">
        <label class="btn square" title="{ChatText.Attach}"><svg class="i" aria-hidden="true"><use href="#camera"/></svg><span class="hide">{ChatText.Attach}</span><input type="file" name="files" accept="image/*,application/pdf" multiple></label>
        <label class="hide" for="tulis">{ChatText.Write}</label><textarea id="tulis" name="text" rows="1" maxlength="{WebChatLimits.LongestText}" placeholder="{ChatText.Write}"></textarea>
        <button class="btn main square" title="{ChatText.Send}"><svg class="i" aria-hidden="true"><use href="#send"/></svg><span class="hide">{ChatText.Send}</span></button>
        </form>
        """);

    private static Markup Again(string text, string token) => new Markup().Add($"""
        <form class="fields" method="post" action="/chat"><input type="hidden" name="token" value="{token}">
        <label for="lagi">{ChatText.Write}</label><textarea id="lagi" name="text">{text}</textarea>
        <button class="btn main">{ChatText.Problem_Again}</button></form>
        """);

    private static Markup? Hidden(bool hidden) => hidden ? new Markup().Add($" hidden") : null;

    /// <summary>Another address each time: to the same one with a fragment a browser only scrolls.</summary>
    private static Markup Refresh(string token) => new Markup().Add($"""<noscript><meta http-equiv="refresh" content="4;url=/?lihat={token}#akhir"></noscript>""");

    private static bool NeedsRefresh(ChatView view) => view.Waiting && view.Lines.LastOrDefault(line => line.Own) is { } last && view.Now - last.At < RefreshFor;
}
