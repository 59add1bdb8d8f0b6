using System.Text;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Message;
using Twilio.Types;

namespace Puskesos.Tests.StandIns;

/// <summary>The behaviour of the Twilio library that the product relies on; holds for the stand-in and for the real package.</summary>
public sealed class TwilioTests : IAsyncLifetime
{
    private const string Account = "AC00000000000000000000000000000001";
    private const string Messages = $"/2010-04-01/Accounts/{Account}/Messages";

    private LoopbackServer server = null!;

    public async ValueTask InitializeAsync() => server = await LoopbackServer.StartAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private TwilioRestClient Client() => new(Account, "secret-of-this-test", httpClient: new SystemNetHttpClient(server.Redirected()));

    private static string Row(string sid, string direction = "inbound") => $$"""
        {"sid":"{{sid}}","account_sid":"{{Account}}","body":"Halo","direction":"{{direction}}","status":"received","from":"whatsapp:+6281200000001",
         "to":"whatsapp:+622150000001","num_media":"1","error_code":null,"date_sent":"Thu, 01 Jan 2026 05:01:10 +0000","date_created":"Thu, 01 Jan 2026 05:01:10 +0000"}
        """;

    [Fact]
    public async Task A_text_goes_out_as_a_form_with_basic_authentication()
    {
        server.Answers(201, Row("SM1", "outbound-api").Replace("\"received\"", "\"queued\"", StringComparison.Ordinal));
        var options = new CreateMessageOptions(new PhoneNumber("whatsapp:+6281200000001"))
        {
            From = new PhoneNumber("whatsapp:+622150000001"),
            Body = "Terima kasih & mohon tunggu 🙏",
            StatusCallback = new Uri("https://bot.contoh.id/whatsapp/status?outbox=7f1c"),
        };

        var created = await MessageResource.CreateAsync(options, Client());

        var seen = server.Requests.Single();
        Assert.Equal(("POST", Messages + ".json"), (seen.Method, seen.Target));
        Assert.StartsWith("application/x-www-form-urlencoded", seen.ContentType, StringComparison.Ordinal);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:secret-of-this-test")), seen.Authorization);
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(seen.Body);
        Assert.Equal("whatsapp:+6281200000001", form["To"]);
        Assert.Equal("whatsapp:+622150000001", form["From"]);
        Assert.Equal("Terima kasih & mohon tunggu 🙏", form["Body"]);
        Assert.Equal("https://bot.contoh.id/whatsapp/status?outbox=7f1c", form["StatusCallback"]);
        Assert.Equal("SM1", created.Sid);
        Assert.Equal(MessageResource.StatusEnum.Queued, created.Status);
    }

    [Fact]
    public async Task A_template_goes_out_by_its_content_sid()
    {
        server.Answers(201, Row("SM2"));

        await MessageResource.CreateAsync(
            new CreateMessageOptions(new PhoneNumber("whatsapp:ID.4566540000000001"))
            {
                From = new PhoneNumber("whatsapp:+622150000001"),
                ContentSid = "HX00000000000000000000000000000001",
                ContentVariables = """{"1":"Siti"}""",
            },
            Client());

        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(server.Requests.Single().Body);
        Assert.Equal("HX00000000000000000000000000000001", form["ContentSid"]);
        Assert.Equal("""{"1":"Siti"}""", form["ContentVariables"]);
        Assert.Equal("whatsapp:ID.4566540000000001", form["To"]);
        Assert.False(form.ContainsKey("Body"));
    }

    [Theory]
    [InlineData(400, 21211)]
    [InlineData(429, 20429)]
    [InlineData(500, 20500)]
    public async Task A_refusal_tells_code_and_status(int status, int code)
    {
        server.Answers(status, $$"""{"code":{{code}},"message":"refused","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}""");

        var refusal = await Assert.ThrowsAsync<ApiException>(() => MessageResource.CreateAsync(
            new CreateMessageOptions(new PhoneNumber("whatsapp:+62")) { From = new PhoneNumber("whatsapp:+622150000001"), Body = "a" }, Client()));

        Assert.Equal((code, status), (refusal.Code, refusal.Status));
    }

    [Fact]
    public async Task A_broken_connection_is_a_connection_error()
    {
        await using var gone = await LoopbackServer.StartAsync();
        var client = new TwilioRestClient(Account, "secret", httpClient: new SystemNetHttpClient(gone.Redirected()));
        await gone.DisposeAsync();

        await Assert.ThrowsAsync<ApiConnectionException>(() => MessageResource.FetchAsync("SM1", client: client));
    }

    [Fact]
    public async Task The_list_is_walked_over_all_its_pages()
    {
        server.Answers(200, $$"""{"messages":[{{Row("SM1")}},{{Row("SM2")}}],"next_page_uri":"{{Messages}}.json?PageSize=2&Page=1&PageToken=PASM2","page":0,"page_size":2,"uri":"","first_page_uri":"","start":0,"end":1}""")
            .Answers(200, $$"""{"messages":[{{Row("SM3")}}],"next_page_uri":null,"page":1,"page_size":2,"uri":"","first_page_uri":"","start":2,"end":2}""");

        var list = await MessageResource.ReadAsync(
            new ReadMessageOptions
            {
                To = new PhoneNumber("whatsapp:+622150000001"),
                DateSentAfter = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                PageSize = 2,
            },
            Client());
        var found = list.ToList();

        Assert.Equal(["SM1", "SM2", "SM3"], found.Select(message => message.Sid));
        var first = server.Requests.First();
        Assert.Equal("GET", first.Method);
        Assert.StartsWith(Messages + ".json?", first.Target, StringComparison.Ordinal);
        Assert.Contains("To=whatsapp%3A%2B622150000001", first.Target, StringComparison.Ordinal);
        Assert.Contains("DateSent%3E=2026-01-01", first.Target, StringComparison.Ordinal);
        Assert.Contains("PageSize=2", first.Target, StringComparison.Ordinal);
        Assert.Equal($"{Messages}.json?PageSize=2&Page=1&PageToken=PASM2", server.Requests.Last().Target);
        Assert.Equal(MessageResource.DirectionEnum.Inbound, found[0].Direction);
        Assert.Equal(new DateTime(2026, 1, 1, 5, 1, 10, DateTimeKind.Utc), found[0].DateSent?.ToUniversalTime());
        Assert.Equal("1", found[0].NumMedia);
    }

    [Fact]
    public async Task A_limit_ends_the_walk()
    {
        server.Answers(200, $$"""{"messages":[{{Row("SM1")}},{{Row("SM2")}}],"next_page_uri":"{{Messages}}.json?Page=1","page":0,"page_size":2,"uri":"","first_page_uri":"","start":0,"end":1}""");

        var list = await MessageResource.ReadAsync(new ReadMessageOptions { Limit = 1 }, Client());

        Assert.Equal("SM1", Assert.Single(list).Sid);
    }

    [Fact]
    public async Task A_message_is_fetched_blanked_and_deleted()
    {
        server.Answers(200, Row("SM1")).Answers(200, Row("SM1")).Answers(204, "");

        var fetched = await MessageResource.FetchAsync("SM1", client: Client());
        await MessageResource.UpdateAsync(new UpdateMessageOptions("SM1") { Body = "" }, Client());
        var deleted = await MessageResource.DeleteAsync("SM1", client: Client());

        Assert.Equal("whatsapp:+6281200000001", fetched.From?.ToString());
        Assert.True(deleted);
        Assert.Equal(["GET", "POST", "DELETE"], server.Requests.Select(seen => seen.Method));
        Assert.All(server.Requests, seen => Assert.Equal($"{Messages}/SM1.json", seen.Target));
        Assert.Equal("Body=", server.Requests.ElementAt(1).Body);
    }

    [Fact]
    public async Task The_files_of_a_message_are_listed_and_deleted()
    {
        server.Answers(200, $$"""{"media_list":[{"sid":"ME1","account_sid":"{{Account}}","parent_sid":"MM1","content_type":"image/jpeg","date_created":"Thu, 01 Jan 2026 05:01:10 +0000"}],"next_page_uri":null,"page":0,"page_size":50,"uri":"","first_page_uri":"","start":0,"end":0}""")
            .Answers(204, "");

        ResourceSet<MediaResource> files = await MediaResource.ReadAsync(new ReadMediaOptions("MM1"), Client());
        var file = Assert.Single(files);
        var deleted = await MediaResource.DeleteAsync("MM1", "ME1", client: Client());

        Assert.Equal(("ME1", "image/jpeg"), (file.Sid, file.ContentType));
        Assert.True(deleted);
        Assert.Equal($"{Messages}/MM1/Media.json", server.Requests.First().Target);
        Assert.Equal($"{Messages}/MM1/Media/ME1.json", server.Requests.Last().Target);
    }
}
