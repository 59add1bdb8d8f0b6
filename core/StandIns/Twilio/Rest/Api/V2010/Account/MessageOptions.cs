using System.Globalization;
using Twilio.Base;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A message to send: free text, or an approved template by its ContentSid.</summary>
public class CreateMessageOptions(PhoneNumber to)
{
    public string? PathAccountSid { get; set; }

    public PhoneNumber To { get; } = to;

    public PhoneNumber? From { get; set; }

    public string? MessagingServiceSid { get; set; }

    public string? Body { get; set; }

    public List<Uri> MediaUrl { get; set; } = [];

    public string? ContentSid { get; set; }

    /// <summary>A JSON object as text: {"1":"…"}.</summary>
    public string? ContentVariables { get; set; }

    public Uri? StatusCallback { get; set; }

    public List<string> PersistentAction { get; set; } = [];

    /// <summary>Seconds for which the message may wait in the vendor's queue, 1-36000.</summary>
    public int? ValidityPeriod { get; set; }

    public List<KeyValuePair<string, string>> GetParams()
    {
        var values = new List<KeyValuePair<string, string>>();
        void Add(string name, string? value)
        {
            if (value is not null)
                values.Add(new(name, value));
        }

        Add("To", To.ToString());
        Add("StatusCallback", StatusCallback?.AbsoluteUri);
        Add("ValidityPeriod", ValidityPeriod?.ToString(CultureInfo.InvariantCulture));
        foreach (var action in PersistentAction ?? [])
            Add("PersistentAction", action);
        Add("ContentVariables", ContentVariables);
        Add("From", From?.ToString());
        Add("MessagingServiceSid", MessagingServiceSid);
        Add("Body", Body);
        foreach (var url in MediaUrl ?? [])
            Add("MediaUrl", url.AbsoluteUri);
        Add("ContentSid", ContentSid);
        return values;
    }
}

/// <summary>Which messages of the account to list, newest first.</summary>
public class ReadMessageOptions : ReadOptions<MessageResource>
{
    public string? PathAccountSid { get; set; }

    public PhoneNumber? To { get; set; }

    public PhoneNumber? From { get; set; }

    public DateTime? DateSentBefore { get; set; }

    /// <summary>Documented as whole days in GMT: ask for the day before as well.</summary>
    public DateTime? DateSentAfter { get; set; }

    public List<KeyValuePair<string, string>> GetParams()
    {
        var values = new List<KeyValuePair<string, string>>();
        if (To is not null)
            values.Add(new("To", To.ToString()));
        if (From is not null)
            values.Add(new("From", From.ToString()));
        if (DateSentBefore is { } before)
            values.Add(new("DateSent<", Iso(before)));
        if (DateSentAfter is { } after)
            values.Add(new("DateSent>", Iso(after)));
        if (PageSize is { } size)
            values.Add(new("PageSize", size.ToString(CultureInfo.InvariantCulture)));
        return values;
    }

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

/// <summary>A change of a message: an empty body blanks its text at the vendor.</summary>
public class UpdateMessageOptions(string pathSid)
{
    public string? PathAccountSid { get; set; }

    public string PathSid { get; } = pathSid;

    public string? Body { get; set; }

    public MessageResource.UpdateStatusEnum? Status { get; set; }

    public List<KeyValuePair<string, string>> GetParams()
    {
        var values = new List<KeyValuePair<string, string>>();
        if (Body is not null)
            values.Add(new("Body", Body));
        if (Status is not null)
            values.Add(new("Status", Status.ToString()));
        return values;
    }
}
