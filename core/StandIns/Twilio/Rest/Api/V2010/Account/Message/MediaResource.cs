using System.Globalization;
using System.Text.Json.Serialization;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Rest.Api.V2010.Account.Message;

/// <summary>Which files of a message to list.</summary>
public class ReadMediaOptions(string pathMessageSid) : ReadOptions<MediaResource>
{
    public string? PathAccountSid { get; set; }

    public string PathMessageSid { get; } = pathMessageSid;
}

/// <summary>A file of a message, kept at the vendor until it is deleted.</summary>
public class MediaResource : Resource
{
    [JsonInclude] public string? Sid { get; private set; }

    [JsonInclude] public string? AccountSid { get; private set; }

    [JsonInclude] public string? ParentSid { get; private set; }

    [JsonInclude] public string? ContentType { get; private set; }

    [JsonInclude] public DateTime? DateCreated { get; private set; }

    [JsonInclude] public string? Uri { get; private set; }

    public static async Task<ResourceSet<MediaResource>> ReadAsync(ReadMediaOptions options, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = new Request(HttpMethod.Get, Path(Client(client), options.PathAccountSid, options.PathMessageSid) + ".json");
        if (options.PageSize is { } size)
            request.AddQueryParam("PageSize", size.ToString(CultureInfo.InvariantCulture));
        var response = await Client(client).RequestAsync(request).ConfigureAwait(false);
        return new ResourceSet<MediaResource>(Page<MediaResource>.FromJson("media_list", response.Content), options, Client(client), "media_list");
    }

    public static async Task<bool> DeleteAsync(
        string pathMessageSid, string pathSid, string? pathAccountSid = null, ITwilioRestClient? client = null)
    {
        var url = $"{Path(Client(client), pathAccountSid, pathMessageSid)}/{Escape(pathSid)}.json";
        var response = await Client(client).RequestAsync(new Request(HttpMethod.Delete, url)).ConfigureAwait(false);
        return response.StatusCode == System.Net.HttpStatusCode.NoContent;
    }

    private static string Path(ITwilioRestClient client, string? accountSid, string messageSid) =>
        Address(client, $"/2010-04-01/Accounts/{Escape(accountSid ?? client.AccountSid)}/Messages/{Escape(messageSid)}/Media");
}
