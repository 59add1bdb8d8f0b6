using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Puskesos.Bot.Channels;

namespace Puskesos.Bot.WhatsApp;

/// <summary>A call of Twilio as it came: raw body, form fields and the address that was called.</summary>
internal sealed class WhatsAppCall
{
    private const string FormType = "application/x-www-form-urlencoded";

    private WhatsAppCall(ReadOnlyMemory<byte> body, string target, string? signature, Dictionary<string, StringValues>? form)
    {
        Body = body;
        Target = target;
        Signature = signature;
        Form = form;
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Path and query exactly as sent.</summary>
    public string Target { get; }

    public string? Signature { get; }

    /// <summary>The decoded fields, untrimmed and complete; null when the body is no form.</summary>
    public Dictionary<string, StringValues>? Form { get; }

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>A field's first value, or null when it is absent or empty.</summary>
    public string? this[string field] => Form is { } form && form.TryGetValue(field, out var values) && values.Count > 0 && values[0] is { Length: > 0 } value ? value : null;

    /// <summary>The call, or null when its body is too large.</summary>
    public static async Task<WhatsAppCall?> ReadAsync(HttpContext context)
    {
        if (await WebhookBody.ReadAsync(context.Request, context.RequestAborted) is not { } body) return null;
        var request = context.Request;
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var target = raw is { Length: > 0 } && raw[0] == '/' ? raw : $"{request.PathBase}{request.Path}{request.QueryString}";
        var signature = request.Headers[WhatsAppSignature.Header];
        return new WhatsAppCall(body, target, signature.Count == 1 ? signature.ToString() : null, IsForm(request) ? Fields(body) : null);
    }

    /// <summary>A call made from a form's text, for the fields alone.</summary>
    public static WhatsAppCall OfForm(ReadOnlyMemory<byte> body) => new(body, "", null, Fields(body));

    private static bool IsForm(HttpRequest request) =>
        request.ContentType is null || request.ContentType.StartsWith(FormType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Read from the raw bytes and not by a model binder, which turns empty values into none and breaks the signature.</summary>
    private static Dictionary<string, StringValues>? Fields(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Span)) { ValueCountLimit = WebhookBody.MostBytes, KeyLengthLimit = WebhookBody.MostBytes, ValueLengthLimit = WebhookBody.MostBytes };
            return reader.ReadForm();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
