using System.Collections;
using System.Text.Json;
using Twilio.Clients;
using Twilio.Http;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Base;

/// <summary>One page of a list and the address of the next.</summary>
public class Page<T>
    where T : Resource
{
    private readonly string? nextPageUri;

    private Page(List<T> records, string? nextPageUri) => (Records, this.nextPageUri) = (records, nextPageUri);

    public List<T> Records { get; }

    public bool HasNextPage() => !string.IsNullOrEmpty(nextPageUri);

    public static Page<T> FromJson(string recordKey, string json)
    {
        var root = Resource.Parse<JsonElement>(json);
        var rows = root.TryGetProperty(recordKey, out var list) ? list.Deserialize<List<T>>(Resource.Json) : null;
        var next = root.TryGetProperty("next_page_uri", out var uri) && uri.ValueKind == JsonValueKind.String ? uri.GetString() : null;
        return new Page<T>(rows ?? [], next);
    }

    // The address is relative; resolving it against the fixed host keeps the credentials there whatever the answer says.
    internal string NextAddress(ITwilioRestClient client) =>
        Resource.Address(client, nextPageUri!.StartsWith('/') ? nextPageUri : new Uri(nextPageUri, UriKind.Absolute).PathAndQuery);
}

/// <summary>A list that fetches its next page when the walk reaches it.</summary>
public class ResourceSet<T> : IEnumerable<T>
    where T : Resource
{
    private readonly Page<T> first;
    private readonly long limit;
    private readonly ITwilioRestClient client;
    private readonly string recordKey;

    internal ResourceSet(Page<T> first, ReadOptions<T> options, ITwilioRestClient client, string recordKey) =>
        (this.first, limit, this.client, this.recordKey) = (first, options.Limit ?? long.MaxValue, client, recordKey);

    /// <summary>false: the first page only.</summary>
    public bool AutoPaging { get; set; } = true;

    public IEnumerator<T> GetEnumerator()
    {
        long given = 0;
        for (var page = first; ;)
        {
            foreach (var record in page.Records)
            {
                if (given++ >= limit)
                    yield break;
                yield return record;
            }

            if (!AutoPaging || !page.HasNextPage() || given >= limit)
                yield break;
            page = Page<T>.FromJson(recordKey, client.Request(new Request(HttpMethod.Get, page.NextAddress(client))).Content);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
