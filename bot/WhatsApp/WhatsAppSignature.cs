using Microsoft.Extensions.Primitives;
using Twilio.Security;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Tells whether Twilio made a call: its signature over the address that we gave to Twilio and over what it sent.</summary>
internal sealed class WhatsAppSignature(WhatsAppOptions options)
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>The address is built from the settings and never from Host or X-Forwarded-*, which a caller chooses.</summary>
    public bool IsAuthentic(WhatsAppCall call) => IsAuthentic(options.PublicBaseUrl.TrimEnd('/') + call.Target, call);

    internal bool IsAuthentic(string url, WhatsAppCall call) =>
        call.Form is { } form ? IsAuthentic(url, form, call.Signature) : IsAuthentic(url, call.BodyText, call.Signature);

    /// <summary>A form: the address, then name and value of every field.</summary>
    internal bool IsAuthentic(string url, IReadOnlyDictionary<string, StringValues> form, string? signature)
    {
        var fields = form.ToDictionary(field => field.Key, field => Signed(field.Key, field.Value), StringComparer.Ordinal);
        return Validators().Aggregate(false, (met, validator) => met | (!string.IsNullOrEmpty(signature) && validator.Validate(url, fields, signature)));
    }

    /// <summary>Anything else: the address, which holds the body's hash.</summary>
    internal bool IsAuthentic(string url, string body, string? signature) =>
        Validators().Aggregate(false, (met, validator) => met | (!string.IsNullOrEmpty(signature) && validator.Validate(url, body, signature)));

    /// <summary>A repeated name signs its distinct values in order, each after the name. The library reads one value per name, so the repetition is written into it.</summary>
    private static string Signed(string name, StringValues values) =>
        values.Count == 1
            ? values.ToString()
            : string.Join(name, values.Select(value => value ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // Made anew for each call: the library's own keeps one hash object, which two threads must not share.
    private IEnumerable<RequestValidator> Validators()
    {
        yield return new RequestValidator(options.AuthToken);
        if (options.AuthTokenSecondary != "") yield return new RequestValidator(options.AuthTokenSecondary);
    }
}
