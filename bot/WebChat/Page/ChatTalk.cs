using System.Globalization;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Bot.WebChat.Page;

/// <summary>The part of the page that changes: bubbles, answers to press, command words. The script replaces exactly this.</summary>
public static class ChatTalk
{
    public static Markup Render(ChatView view, string token) => new Markup().Add($"""
        <div id="percakapan" data-cursor="{view.Cursor}" data-waiting="{(view.Waiting ? 1 : 0)}">
        <ol class="chat" aria-label="{ChatText.Talk}">
        {Lines(view)}
        </ol>
        {Answers(view, token)}
        {Words(view, token)}
        </div>
        """);

    /// <summary>"Pertanyaan 4 dari 7: desa", in words first.</summary>
    public static Markup Steps(ChatProgress? progress)
    {
        if (progress is null) return new Markup().Add($"""<div class="steps" id="langkah" hidden></div>""");
        var marks = new Markup();
        for (var number = 1; number <= ChatProgress.Questions; number++)
            marks.Add($"""<li class="{(number < progress.Number ? "done" : number == progress.Number ? "at" : "")}"></li>""");
        var words = TextFill.Fill(ChatText.Progress, ("number", Number(progress.Number)), ("total", Number(ChatProgress.Questions)));
        return new Markup().Add($"""<div class="steps" id="langkah"><span>{words}: {ChatText.Of(progress.WordKey)}</span><ol aria-hidden="true">{marks}</ol></div>""");
    }

    private static Markup Lines(ChatView view)
    {
        var html = new Markup();
        DateOnly? shown = null;
        for (var at = 0; at < view.Lines.Count; at++)
        {
            var local = TimeZoneInfo.ConvertTime(view.Lines[at].At, view.Area.Zone);
            var day = DateOnly.FromDateTime(local.DateTime);
            if (day != shown) html.Add($"<li class=\"day\">{IndonesianFormat.Date(day)} {day.Year}</li>\n");
            shown = day;
            html.Add($"{Bubble(view.Lines[at], TimeOnly.FromDateTime(local.DateTime), isLast: at == view.Lines.Count - 1 && !view.Waiting)}\n");
        }

        if (view.Lines.Count == 0) html.Add($"{Welcome(view)}\n");
        if (view.Waiting) html.Add($"<li class=\"day\" id=\"akhir\">{ChatText.Waiting}</li>\n");
        return html;
    }

    private static Markup Bubble(ChatLine line, TimeOnly time, bool isLast)
    {
        var html = new Markup().Add($"<li class=\"says{(line.Own ? " out" : "")}\"{(isLast ? LastMark : null)}>");
        foreach (var note in Attachments(line)) html.Add($"<p class=\"row tight note\"><svg class=\"i\" aria-hidden=\"true\"><use href=\"#{(line.IsPlace ? "pin" : "camera")}\"/></svg>{note}</p>");
        if (line.Text.Length > 0) html.Add($"{BubbleText.Paragraphs(line.Text, line.Own ? Everything(line.Text) : line.PersonTexts, line.Own ? ChatText.You : ChatText.Bot)}");
        html.Add($"<p class=\"meta\">{IndonesianFormat.Time(time)}");
        if (line.Own) html.Add($" <span>{(line.Read ? ChatText.Reached : ChatText.Sent)}</span>{(line.Read ? Checks : null)}");
        return html.Add($"</p></li>");
    }

    private static IEnumerable<string> Attachments(ChatLine line)
    {
        if (line.Photos > 0) yield return TextFill.Fill(ChatText.Photos, ("count", Number(line.Photos)));
        if (line.Files > 0) yield return TextFill.Fill(ChatText.Files, ("count", Number(line.Files)));
        if (line.IsPlace) yield return ChatText.Place;
    }

    private static Markup Welcome(ChatView view)
    {
        var hour = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(view.Now, view.Area.Zone).DateTime);
        var words = TextFill.Fill(ChatText.Welcome, ("daypart", IndonesianFormat.DayPart(hour)), ("area", PageFrame.ShortArea(view.Area)));
        return new Markup().Add($"<li class=\"says\" id=\"akhir\">{BubbleText.Paragraphs(words, [], ChatText.Bot)}</li>");
    }

    private static Markup Answers(ChatView view, string token)
    {
        if (view is { Lines.Count: > 0, Prompt: null, LocationLabel: null }) return new Markup();
        var buttons = new Markup();
        if (view.Lines.Count == 0)
        {
            foreach (var (number, word, label) in Beginnings) buttons.Add($"""<button class="answer" name="text" value="{word}"><b>{number}</b><span>{label()}</span></button>""");
        }
        else if (view.Prompt is { } prompt)
        {
            buttons.Add($"""<input type="hidden" name="prompt" value="{prompt.OutboxId}">""");
            foreach (var choice in prompt.Choices) buttons.Add(Answer(choice));
        }

        if (view.LocationLabel is { } place)
            buttons.Add($"""<button type="button" class="answer alt" id="lokasi" hidden><b><svg class="i" aria-hidden="true"><use href="#pin"/></svg></b><span>{place}</span></button>""");
        return new Markup().Add($"""<form class="answers" method="post" action="/chat" aria-label="{ChatText.Answers}"><input type="hidden" name="token" value="{token}">{buttons}</form>""");
    }

    /// <summary>A numbered answer, or a command word offered as one. A label that was cut for small buttons is whole in its note.</summary>
    private static Markup Answer(Choice choice)
    {
        if (!choice.Id.Contains(':', StringComparison.Ordinal)) return new Markup().Add($"""<button class="answer alt" name="text" value="{choice.Id}"><span>{choice.Label}</span></button>""");
        var isCut = choice.Note?.StartsWith(choice.Label, StringComparison.Ordinal) == true;
        var note = choice.Note is null || isCut ? null : new Markup().Add($" <small>{choice.Note}</small>");
        var number = ChatHistory.NumberOf(choice);
        return new Markup().Add($"""<button class="answer" name="choice" value="{number}"><b>{number}</b><span>{(isCut ? choice.Note : choice.Label)}{note}</span></button>""");
    }

    private static Markup Words(ChatView view, string token)
    {
        var buttons = new Markup();
        foreach (var (word, label) in view.Progress is null ? IdleWords : view.Progress.Number == ChatProgress.Questions ? LastWords : TellingWords)
            if (view.Prompt?.Choices.Any(choice => choice.Id == word) != true) buttons.Add($"""<button name="text" value="{word}">{label()}</button>""");
        return new Markup().Add($"""
            <form class="words" method="post" action="/chat" aria-label="{ChatText.Commands}"><input type="hidden" name="token" value="{token}">{buttons}</form>
            <noscript><form class="words" action="/#akhir"><button name="lihat" value="{token}">{ChatText.Refresh}</button></form></noscript>
            """);
    }

    private static readonly (long Number, string Word, Func<string> Label)[] Beginnings =
        [(1, "LAPOR", () => ChatText.Welcome_Report), (2, "CEK", () => ChatText.Welcome_Check), (3, "MENU", () => ChatText.Welcome_Menu)];

    private static readonly (string Word, Func<string> Label)[] IdleWords =
        [("MENU", () => ChatText.Command_Menu), ("CEK", () => ChatText.Command_Check), ("BANTU", () => ChatText.Command_Help)];

    private static readonly (string Word, Func<string> Label)[] TellingWords =
        [("KEMBALI", () => ChatText.Command_Back), ("BANTU", () => ChatText.Command_Help), ("BATAL", () => ChatText.Command_Cancel), ("MENU", () => ChatText.Command_Menu)];

    private static readonly (string Word, Func<string> Label)[] LastWords =
        [("LEWATI", () => ChatText.Command_Skip), ("SELESAI", () => ChatText.Command_Done), .. TellingWords];

    private static readonly Markup LastMark = new Markup().Add($" id=\"akhir\"");

    private static readonly Markup Checks = new Markup().Add($"""<svg class="i" aria-hidden="true"><use href="#checks"/></svg>""");

    private static IReadOnlyList<PersonText> Everything(string text) => [new(0, text.Length)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
