using System.Text.RegularExpressions;
using Puskesos.Bot.WebChat;

namespace Puskesos.Tool.Check;

/// <summary>A resident of the check: tells a complaint through the web chat by reading each page and answering its question.</summary>
public sealed partial class ComplaintTalk(Browser browser)
{
    /// <summary>A whole talk has about fifteen answers; more means that it goes in circles.</summary>
    private const int MostAnswers = 30;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private Page page = null!;

    /// <summary>The address of this person on the channel, once the page was opened.</summary>
    public string? Person => browser.CookieOf(ChatPerson.Cookie);

    public async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        page = await browser.OpenAsync("/", cancellationToken);
        return page.Status == System.Net.HttpStatusCode.OK && Person is not null && ChatForms.Any();
    }

    /// <summary>Tells the complaint; gives back the ticket, or null when the talk does not come to its end.</summary>
    public async Task<string?> FileAsync(CancellationToken cancellationToken)
    {
        await WriteAsync("LAPOR", cancellationToken);
        for (var answers = 0; answers < MostAnswers; answers++)
        {
            if (Ticket().Match(page.Html) is { Success: true } ticket) return ticket.Value;
            if (QuestionNumber() is not { } question) return null;
            await AnswerAsync(question, cancellationToken);
        }

        return null;
    }

    /// <summary>Looks at the page until the words are there or the time is over.</summary>
    public async Task<bool> ReadsAsync(string words, TimeSpan within, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < within; waited += Look)
        {
            page = await browser.OpenAsync("/", cancellationToken);
            if (page.Says(words)) return true;
            await Task.Delay(Look, cancellationToken);
        }

        return false;
    }

    private IEnumerable<PageForm> ChatForms => page.Forms.Where(form => form.Action == "/chat");

    private Task AnswerAsync(int question, CancellationToken cancellationToken)
    {
        var answers = ChatForms.FirstOrDefault(form => form.Buttons.Any(button => button.Name == "choice"));
        if (answers is not null) return SendAsync(answers, answers.Buttons.First(button => button.Name == "choice"), cancellationToken);
        return WriteAsync(Words(question), cancellationToken);
    }

    /// <summary>What is typed where the page offers no answer to press, by the number of the question that it shows.</summary>
    private static string Words(int question) => question switch
    {
        CheckQuestions.Name => "Warga Uji",
        CheckQuestions.Village => CheckGround.VillageName,
        CheckQuestions.Story => "Ini pemeriksaan layanan oleh pengelola, bukan keluhan warga.",
        _ => "SELESAI",
    };

    private Task WriteAsync(string text, CancellationToken cancellationToken) =>
        SendAsync(ChatForms.Last(form => form.Fields.Any(field => field.Name == "token")), new PageButton("text", text), cancellationToken);

    private async Task SendAsync(PageForm form, PageButton answer, CancellationToken cancellationToken)
    {
        page = await browser.SendAsync(form, [answer], cancellationToken);
        for (var looks = 0; page.Html.Contains("data-waiting=\"1\"", StringComparison.Ordinal) && looks < MostAnswers; looks++)
        {
            await Task.Delay(Look, cancellationToken);
            page = await browser.OpenAsync("/", cancellationToken);
        }
    }

    /// <summary>Which of the seven questions the page shows: the marks done, and the one that is on.</summary>
    private int? QuestionNumber() => page.Html.Contains("<li class=\"at\">", StringComparison.Ordinal) ? DoneMark().Count(page.Html) + 1 : null;

    [GeneratedRegex("""<li class="done">""")]
    private static partial Regex DoneMark();

    [GeneratedRegex(@"\b[A-Z]{3}-\d{4}-\d{4,}-\d\b")]
    private static partial Regex Ticket();

    /// <summary>The numbers under which the page shows its questions.</summary>
    private static class CheckQuestions
    {
        public const int Name = 3;
        public const int Village = 4;
        public const int Story = 6;
    }
}
