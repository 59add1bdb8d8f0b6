using System.Text.Json.Serialization;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A message of the account, in either direction.</summary>
public class MessageResource : Resource
{
    [JsonInclude] public string? Sid { get; private set; }

    [JsonInclude] public string? AccountSid { get; private set; }

    [JsonInclude] public string? MessagingServiceSid { get; private set; }

    [JsonInclude] public string? Body { get; private set; }

    [JsonInclude] public string? To { get; private set; }

    [JsonInclude] public PhoneNumber? From { get; private set; }

    [JsonInclude] public StatusEnum? Status { get; private set; }

    [JsonInclude] public DirectionEnum? Direction { get; private set; }

    [JsonInclude] public int? ErrorCode { get; private set; }

    [JsonInclude] public string? ErrorMessage { get; private set; }

    [JsonInclude] public string? NumMedia { get; private set; }

    [JsonInclude] public string? NumSegments { get; private set; }

    [JsonInclude] public DateTime? DateCreated { get; private set; }

    [JsonInclude] public DateTime? DateUpdated { get; private set; }

    [JsonInclude] public DateTime? DateSent { get; private set; }

    [JsonInclude] public string? Uri { get; private set; }

    public static Task<MessageResource> CreateAsync(CreateMessageOptions options, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PostAsync(Path(Client(client), options.PathAccountSid) + ".json", options.GetParams(), Client(client));
    }

    public static Task<MessageResource> FetchAsync(string pathSid, string? pathAccountSid = null, ITwilioRestClient? client = null) =>
        SendAsync<MessageResource>(Client(client), new Request(HttpMethod.Get, One(Client(client), pathAccountSid, pathSid)));

    public static Task<MessageResource> UpdateAsync(UpdateMessageOptions options, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PostAsync(One(Client(client), options.PathAccountSid, options.PathSid), options.GetParams(), Client(client));
    }

    public static async Task<bool> DeleteAsync(string pathSid, string? pathAccountSid = null, ITwilioRestClient? client = null)
    {
        var response = await Client(client).RequestAsync(new Request(HttpMethod.Delete, One(Client(client), pathAccountSid, pathSid))).ConfigureAwait(false);
        return response.StatusCode == System.Net.HttpStatusCode.NoContent;
    }

    public static async Task<ResourceSet<MessageResource>> ReadAsync(ReadMessageOptions options, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = new Request(HttpMethod.Get, Path(Client(client), options.PathAccountSid) + ".json");
        foreach (var (name, value) in options.GetParams())
            request.AddQueryParam(name, value);
        var response = await Client(client).RequestAsync(request).ConfigureAwait(false);
        return new ResourceSet<MessageResource>(Page<MessageResource>.FromJson("messages", response.Content), options, Client(client), "messages");
    }

    private static async Task<MessageResource> PostAsync(string url, List<KeyValuePair<string, string>> values, ITwilioRestClient client)
    {
        var request = new Request(HttpMethod.Post, url);
        foreach (var (name, value) in values)
            request.AddPostParam(name, value);
        return await SendAsync<MessageResource>(client, request).ConfigureAwait(false);
    }

    private static string Path(ITwilioRestClient client, string? accountSid) =>
        Address(client, $"/2010-04-01/Accounts/{Escape(accountSid ?? client.AccountSid)}/Messages");

    private static string One(ITwilioRestClient client, string? accountSid, string sid) => $"{Path(client, accountSid)}/{Escape(sid)}.json";

    /// <summary>How far the message got; queued is not yet sent.</summary>
    public sealed class StatusEnum : StringEnum
    {
        public static readonly StatusEnum Queued = new("queued");
        public static readonly StatusEnum Sending = new("sending");
        public static readonly StatusEnum Sent = new("sent");
        public static readonly StatusEnum Failed = new("failed");
        public static readonly StatusEnum Delivered = new("delivered");
        public static readonly StatusEnum Undelivered = new("undelivered");
        public static readonly StatusEnum Receiving = new("receiving");
        public static readonly StatusEnum Received = new("received");
        public static readonly StatusEnum Accepted = new("accepted");
        public static readonly StatusEnum Scheduled = new("scheduled");
        public static readonly StatusEnum Read = new("read");
        public static readonly StatusEnum PartiallyDelivered = new("partially_delivered");
        public static readonly StatusEnum Canceled = new("canceled");

        public StatusEnum()
        {
        }

        private StatusEnum(string value) => FromString(value);

        public static implicit operator StatusEnum(string value) => new(value);
    }

    /// <summary>Inbound, or outbound and by what.</summary>
    public sealed class DirectionEnum : StringEnum
    {
        public static readonly DirectionEnum Inbound = new("inbound");
        public static readonly DirectionEnum OutboundApi = new("outbound-api");
        public static readonly DirectionEnum OutboundCall = new("outbound-call");
        public static readonly DirectionEnum OutboundReply = new("outbound-reply");

        public DirectionEnum()
        {
        }

        private DirectionEnum(string value) => FromString(value);

        public static implicit operator DirectionEnum(string value) => new(value);
    }

    /// <summary>The only status that can be asked for.</summary>
    public sealed class UpdateStatusEnum : StringEnum
    {
        public static readonly UpdateStatusEnum Canceled = new("canceled");

        public UpdateStatusEnum()
        {
        }

        private UpdateStatusEnum(string value) => FromString(value);

        public static implicit operator UpdateStatusEnum(string value) => new(value);
    }
}
