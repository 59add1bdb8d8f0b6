using Npgsql;
using Puskesos.Bot.WebChat.Intake;
using Puskesos.Bot.WebChat.Page;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Bot.WebChat;

/// <summary>The chat's addresses: the page, its form, and the look for news.</summary>
public sealed class ChatRoutes(ChatHistory history, ChatPostReader reader, Inbox inbox, ChatThrottle throttle, ChatAreaLookup areas)
{
    /// <summary>Marks a request of our script; a page of another site cannot send it.</summary>
    public const string ScriptHeader = "X-Puskesos-Script";

    private const string ManyFiles = "banyak";
    private const string Empty = "kosong";

    /// <summary>GET /.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!throttle.MayLook(http.Connection.RemoteIpAddress)) return await TooFastAsync(http, null);
        try
        {
            var view = await history.LoadAsync(ChatPerson.FindOrGreet(http), cancellationToken);
            return Html(http, ChatPage.Render(view, NoticeOf(http.Request.Query["ket"])), StatusCodes.Status200OK);
        }
        catch (Exception away) when (IsDatabaseAway(away))
        {
            return await ProblemAsync(http, StatusCodes.Status503ServiceUnavailable, ChatText.Problem_Away, null);
        }
    }

    /// <summary>GET /kabar: 204 while nothing is new, else the part of the page that changed.</summary>
    public async Task<IResult> NewsAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!throttle.MayLook(http.Connection.RemoteIpAddress)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        try
        {
            var person = ChatPerson.Find(http);
            if (await history.CursorAsync(person, cancellationToken) == http.Request.Query["sejak"]) return Results.NoContent();
            return await FragmentAsync(http, person, cancellationToken);
        }
        catch (Exception away) when (IsDatabaseAway(away))
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>POST /chat: stores, waits a moment for the reply, shows it.</summary>
    public async Task<IResult> TakeAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (IsFromOtherSite(http.Request)) return await ProblemAsync(http, StatusCodes.Status403Forbidden, ChatText.Problem_OtherSite, null);
        if (!throttle.MaySend(http.Connection.RemoteIpAddress)) return await TooFastAsync(http, null);
        var person = ChatPerson.FindOrGreet(http);
        var (post, problem) = await reader.ReadAsync(http.Request, cancellationToken);
        if (post is null) return await ProblemAsync(http, StatusOf(problem), WordsOf(problem), null);
        if (post.IsEmpty) return After(http, post.LeftFilesOut ? ManyFiles : Empty);
        if (!throttle.MaySend(person)) return await TooFastAsync(http, post);

        try
        {
            var pressed = await history.FindChoiceAsync(person, post, cancellationToken);
            // A closed browser does not take back what was sent: storing is not cancelled.
            var result = await inbox.StoreAsync(post.ToMessage(person, pressed), RawBody(post), CancellationToken.None);
            if (result == StoreResult.Duplicate) reader.Forget(post);
            await WaitForReplyAsync(person, cancellationToken);
            return IsScript(http.Request) ? await FragmentAsync(http, person, cancellationToken) : After(http, post.LeftFilesOut ? ManyFiles : null);
        }
        catch (Exception away) when (IsDatabaseAway(away))
        {
            reader.Forget(post);
            http.Response.Headers.RetryAfter = "10";
            return await ProblemAsync(http, StatusCodes.Status503ServiceUnavailable, ChatText.Problem_Away, post);
        }
    }

    private async Task WaitForReplyAsync(string person, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(WebChatLimits.ReplyWait);
        try
        {
            while (!await history.IsAnsweredAsync(person, patience.Token)) await Task.Delay(WebChatLimits.ReplyLook, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The reply takes longer: the page says so and looks again.
        }
    }

    private async Task<IResult> FragmentAsync(HttpContext http, string? person, CancellationToken cancellationToken)
    {
        var view = await history.LoadAsync(person, cancellationToken);
        var fragment = new Markup().Add($"{ChatTalk.Render(view, PageFrame.NewToken())}{ChatTalk.Steps(view.Progress)}");
        return Html(http, fragment.ToString(), StatusCodes.Status200OK);
    }

    private Task<IResult> TooFastAsync(HttpContext http, ChatPost? post)
    {
        if (post is not null) reader.Forget(post);
        http.Response.Headers.RetryAfter = "30";
        return ProblemAsync(http, StatusCodes.Status429TooManyRequests, ChatText.Problem_TooFast, post);
    }

    private async Task<IResult> ProblemAsync(HttpContext http, int status, string words, ChatPost? kept)
    {
        ChatArea area;
        try
        {
            area = await areas.GetAsync(http.RequestAborted);
        }
        catch (Exception away) when (IsDatabaseAway(away))
        {
            area = ChatArea.Unknown;
        }

        return Html(http, IsScript(http.Request) ? words : ChatPage.RenderProblem(area, words, kept), status);
    }

    private static IResult Html(HttpContext http, string page, int status)
    {
        ChatHeaders.Apply(http.Response);
        return Results.Content(page, "text/html; charset=utf-8", statusCode: status);
    }

    private static IResult After(HttpContext http, string? notice)
    {
        ChatHeaders.Apply(http.Response);
        http.Response.Headers.Location = (notice is null ? "/" : $"/?ket={notice}") + "#akhir";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string? NoticeOf(string? code) => code switch
    {
        ManyFiles => TextFill.Fill(ChatText.Notice_ManyFiles, ("most", $"{WebChatLimits.MostFiles}")),
        Empty => ChatText.Notice_Empty,
        _ => null,
    };

    private static int StatusOf(PostProblem problem) =>
        problem == PostProblem.NotReadable ? StatusCodes.Status400BadRequest : StatusCodes.Status413PayloadTooLarge;

    private static string WordsOf(PostProblem problem) => problem switch
    {
        PostProblem.TextTooLong => TextFill.Fill(ChatText.Problem_TextTooLong, ("most", IndonesianFormat.Number(WebChatLimits.LongestText))),
        PostProblem.BodyTooBig => TextFill.Fill(ChatText.Problem_BodyTooBig, ("size", $"{WebChatLimits.LargestFile / 1024 / 1024}"), ("most", $"{WebChatLimits.MostFiles}")),
        _ => ChatText.Problem_NotReadable,
    };

    private static bool IsScript(HttpRequest request) => request.Headers.ContainsKey(ScriptHeader);

    /// <summary>The cookie is not sent from other sites (SameSite=Lax); this keeps them from giving the browser a new one.</summary>
    private static bool IsFromOtherSite(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site)) return site == "cross-site";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && !origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The form as it was read; its files lie in the staging area.</summary>
    private static byte[] RawBody(ChatPost post) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(post);

    private static bool IsDatabaseAway(Exception exception) =>
        exception is NpgsqlException or TimeoutException || exception.InnerException is NpgsqlException or TimeoutException;
}
