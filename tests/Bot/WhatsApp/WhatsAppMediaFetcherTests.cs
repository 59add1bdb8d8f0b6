using Microsoft.Extensions.Logging.Abstractions;
using Puskesos.Bot.WhatsApp;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.WhatsApp;

public sealed class WhatsAppMediaFetcherTests : IAsyncLifetime
{
    private const string MediaSid = "ME00000000000000000000000000000001";

    private FakeTwilio twilio = null!;
    private WhatsAppMediaFetcher fetcher = null!;
    private string messageSid = "";

    public async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.StartAsync();
        fetcher = new WhatsAppMediaFetcher(
            new WhatsAppOptions { AccountSid = FakeTwilio.AccountSid, AuthToken = FakeTwilio.AuthToken, ApiBaseUrl = twilio.Url }, NullLogger<WhatsAppMediaFetcher>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await twilio.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_fetched_and_its_store_never_sees_credentials()
    {
        var content = Enumerable.Range(0, 200_000).Select(at => (byte)at).ToArray();
        Keep(content);

        var (result, bytes) = await FetchAsync(Address());

        Assert.Equal(MediaFetchResult.Fetched, result);
        Assert.Equal(content, bytes);
        Assert.Empty(twilio.LeakedCredentials);
    }

    [Fact]
    public async Task An_address_of_the_vendor_is_asked_at_the_configured_api()
    {
        Keep([1, 2, 3]);

        Assert.Equal(MediaFetchResult.Fetched, (await FetchAsync(Address("https://api.twilio.com"))).Result);
    }

    [Fact]
    public async Task A_fresh_file_that_is_missing_for_a_moment_is_asked_for_again()
    {
        Keep([1, 2, 3]);
        twilio.MissingAtFirst[MediaSid] = 1;

        Assert.Equal(MediaFetchResult.Fetched, (await FetchAsync(Address())).Result);
    }

    [Fact]
    public async Task A_file_that_stays_missing_is_left_for_later()
    {
        Keep([1]);
        twilio.MissingAtFirst[MediaSid] = 99;

        Assert.Equal(MediaFetchResult.RetryLater, (await FetchAsync(Address())).Result);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_told()
    {
        Keep(new byte[fetcher.LargestBytes + 1]);

        Assert.Equal(MediaFetchResult.TooBig, (await FetchAsync(Address())).Result);
    }

    [Theory]
    [InlineData("https://api.twilio.com.evil.example/2010-04-01/Accounts/{0}/Messages/MM1/Media/ME1")]
    [InlineData("https://user:x@api.twilio.com/2010-04-01/Accounts/{0}/Messages/MM1/Media/ME1")]
    [InlineData("http://api.twilio.com/2010-04-01/Accounts/{0}/Messages/MM1/Media/ME1")]
    [InlineData("https://api.twilio.com/2010-04-01/Accounts/ACother/Messages/MM1/Media/ME1")]
    [InlineData("https://api.twilio.com/2010-04-01/Accounts/{0}/../ACother/Messages/MM1/Media/ME1")]
    [InlineData("https://169.254.169.254/2010-04-01/Accounts/{0}/Messages/MM1/Media/ME1")]
    [InlineData("bukan alamat")]
    [InlineData("")]
    public async Task Anything_but_a_file_of_our_account_is_not_fetched(string address)
    {
        var (result, _) = await FetchAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, FakeTwilio.AccountSid));

        Assert.Equal(MediaFetchResult.Gone, result);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://10.0.0.1/file")]
    [InlineData("http://192.168.1.1/file")]
    [InlineData("https://[fe80::1]/file")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_into_our_own_network_is_refused(string target)
    {
        Keep([1, 2, 3]);
        twilio.RedirectsTo = target;

        var (result, bytes) = await FetchAsync(Address());

        Assert.NotEqual(MediaFetchResult.Fetched, result);
        Assert.Empty(bytes);
    }

    [Fact]
    public async Task A_file_is_deleted_at_the_provider()
    {
        Keep([1, 2, 3]);
        var media = new IncomingMedia(Address(), "image/jpeg", null, null, MediaKind.Photo);

        Assert.True(await fetcher.ForgetAsync(media, TestContext.Current.CancellationToken));
        Assert.True(await fetcher.ForgetAsync(media, TestContext.Current.CancellationToken));

        Assert.Equal([MediaSid], twilio.DeletedMedia);
        Assert.Equal(TimeSpan.FromHours(48), fetcher.ForgetAfter);
        Assert.NotEqual(MediaFetchResult.Fetched, (await FetchAsync(Address())).Result);
    }

    [Fact]
    public async Task A_provider_that_is_busy_is_asked_again_to_delete()
    {
        Keep([1, 2, 3]);
        twilio.Refusals.Enqueue(new(503, 20503, "Service unavailable"));
        var media = new IncomingMedia(Address(), "image/jpeg", null, null, MediaKind.Photo);

        Assert.False(await fetcher.ForgetAsync(media, TestContext.Current.CancellationToken));
        Assert.True(await fetcher.ForgetAsync(media, TestContext.Current.CancellationToken));
    }

    private void Keep(byte[] content)
    {
        var form = twilio.Form("whatsapp:+6281200000401", "");
        messageSid = form["MessageSid"];
        twilio.Keep(form, (MediaSid, "image/jpeg", content));
    }

    private string Address(string? api = null) => $"{api ?? twilio.Url}/2010-04-01/Accounts/{FakeTwilio.AccountSid}/Messages/{messageSid}/Media/{MediaSid}";

    private async Task<(MediaFetchResult Result, byte[] Bytes)> FetchAsync(string address)
    {
        using var destination = new MemoryStream();
        var result = await fetcher.FetchAsync(new IncomingMedia(address, "image/jpeg", null, null, MediaKind.Photo), destination, TestContext.Current.CancellationToken);
        return (result, destination.ToArray());
    }
}
