using System.Net;
using System.Security.Cryptography;
using System.Text;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.WhatsApp;

public sealed class WhatsAppWebhookTests(WhatsAppFixture channel) : IClassFixture<WhatsAppFixture>, IAsyncLifetime
{
    private const string Person = "whatsapp:+6281200000499";

    public async ValueTask InitializeAsync() => await channel.Host.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/whatsapp/webhook", "")]
    [InlineData("/whatsapp/webhook", "salah")]
    [InlineData("/whatsapp/status?outbox=1", "")]
    [InlineData("/whatsapp/status?outbox=1", "salah")]
    public async Task Without_a_right_signature_it_is_refused_and_nothing_stored(string target, string signature)
    {
        var (status, _, _) = await channel.PostAsync(Bytes(channel.Twilio.Form(Person, "halo")), target, signature);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Empty(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task A_signature_for_another_path_or_host_is_refused()
    {
        var form = channel.Twilio.Form(Person, "halo");

        var path = await channel.PostAsync(Bytes(form), signature: FakeTwilio.Sign(FakeTwilio.PublicBaseUrl + "/whatsapp/status", form));
        var host = await channel.PostAsync(Bytes(form), signature: FakeTwilio.Sign(channel.Host.Url + "/whatsapp/webhook", form));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (path.Status, host.Status));
        Assert.Empty(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task Another_account_is_refused_however_it_is_signed()
    {
        var form = channel.Twilio.Form(Person, "halo", ("AccountSid", "AC" + new string('9', 32)));

        Assert.Equal(HttpStatusCode.Forbidden, (await channel.PostAsync(Bytes(form))).Status);
        Assert.Empty(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task The_query_is_part_of_what_is_signed()
    {
        var (status, _, _) = await channel.PostAsync(Bytes(channel.Twilio.Form(Person, "halo")), "/whatsapp/webhook?kanal=a%2Fb&x=");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task A_repeated_delivery_is_one_row()
    {
        var form = Bytes(channel.Twilio.Form(Person, "halo"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => channel.PostAsync(form)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task Whoever_hides_the_number_later_stays_the_same_person()
    {
        const string hidden = "whatsapp:ID.7700990011";
        await channel.PostAsync(Bytes(channel.Twilio.Form(Person, "halo", ("ExternalUserId", hidden))));

        await channel.PostAsync(Bytes(channel.Twilio.Form(hidden, "halo lagi", ("ExternalUserId", hidden))));

        var rows = await channel.Host.InboxAsync();
        Assert.Single(rows.Select(row => row.ConversationId).Distinct());
        Assert.Equal(hidden, rows[1].Message!.Address);
    }

    [Fact]
    public async Task Four_megabytes_are_refused_and_the_next_message_works()
    {
        var large = await channel.PostAsync(Bytes(channel.Twilio.Form(Person, new string('x', 4 * 1024 * 1024))));
        var next = await channel.PostAsync(Bytes(channel.Twilio.Form(Person, "halo")));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.OK), (large.Status, next.Status));
        Assert.Single(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task A_thousand_fields_do_no_harm()
    {
        var form = channel.Twilio.Form(Person, "halo", [.. Enumerable.Range(0, 3000).Select(at => ($"Field{at}", "x"))]);

        Assert.Equal(HttpStatusCode.OK, (await channel.PostAsync(Bytes(form))).Status);
    }

    [Fact]
    public async Task A_signed_body_that_is_no_form_is_parked()
    {
        const string body = """{"kind":"of 2028"}""";
        var target = "/whatsapp/webhook?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

        var right = await PostJsonAsync(target, body, FakeTwilio.Sign(FakeTwilio.PublicBaseUrl + target, []));
        var changed = await PostJsonAsync(target, body + " ", FakeTwilio.Sign(FakeTwilio.PublicBaseUrl + target, []));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (right, changed));
        Assert.True(Assert.Single(await channel.Host.InboxAsync()).Parked);
    }

    [Fact]
    public async Task Without_the_database_it_answers_503_and_recovers()
    {
        var form = Bytes(channel.Twilio.Form(Person, "halo"));
        var server = await TestServer.GetAsync();
        await server.ExecuteAsync($"alter database {channel.Database.Name} allow_connections false");
        await server.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{channel.Database.Name}'");
        HttpStatusCode away;
        HttpStatusCode status;
        try
        {
            away = (await channel.PostAsync(form)).Status;
            status = (await channel.PostAsync(Bytes(Status("delivered")), "/whatsapp/status?outbox=1")).Status;
        }
        finally
        {
            await server.ExecuteAsync($"alter database {channel.Database.Name} allow_connections true");
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (away, status));
        Assert.Equal(HttpStatusCode.OK, (await channel.PostAsync(form)).Status);
        Assert.Single(await channel.Host.InboxAsync());
    }

    [Fact]
    public async Task No_log_line_holds_text_name_number_or_token()
    {
        await channel.PostAsync(Bytes(channel.Twilio.Form(Person, "kalimat yang rahasia")));
        await channel.PostAsync(Bytes(channel.Twilio.Form(Person, "kalimat yang rahasia")), signature: "salah");
        await channel.PostAsync(Bytes(new() { ["AccountSid"] = FakeTwilio.AccountSid, ["Body"] = "rahasia", ["From"] = Person }));

        var lines = string.Join('\n', channel.Host.Log.Lines);
        Assert.DoesNotContain("rahasia", lines, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("6281200000499", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTwilio.AuthToken, lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Wati", lines, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Status(string status) =>
        new() { ["MessageSid"] = "SM" + new string('a', 32), ["MessageStatus"] = status, ["AccountSid"] = FakeTwilio.AccountSid };

    private static byte[] Bytes(Dictionary<string, string> form) =>
        Encoding.UTF8.GetBytes(string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));

    private async Task<HttpStatusCode> PostJsonAsync(string target, string body, string signature)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, channel.Host.Url + target) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        call.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        using var answer = await channel.Host.Http.SendAsync(call);
        return answer.StatusCode;
    }
}
