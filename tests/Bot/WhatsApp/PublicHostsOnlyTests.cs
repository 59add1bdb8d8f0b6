using System.Net;
using Puskesos.Bot.WhatsApp;

namespace Puskesos.Tests.Bot.WhatsApp;

public sealed class PublicHostsOnlyTests
{
    private static readonly Uri Vendor = new(WhatsAppOptions.VendorUrl);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.0.1", true)]
    [InlineData("2600:1f18::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::169.254.169.254", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::10.0.0.1", false)]
    public void Our_own_networks_are_not_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicHostsOnly.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://mms.twiliocdn.com/x", "https://api.twilio.com", true)]
    [InlineData("http://mms.twiliocdn.com/x", "https://api.twilio.com", false)]
    [InlineData("http://127.0.0.1:5000/x", "https://api.twilio.com", false)]
    [InlineData("http://127.0.0.1:5000/x", "http://127.0.0.1:4000", true)]
    [InlineData("https://a:b@mms.twiliocdn.com/x", "https://api.twilio.com", false)]
    [InlineData("file:///etc/passwd", "http://127.0.0.1:4000", false)]
    public void A_redirect_is_followed_only_to_https(string next, string api, bool followed) => Assert.Equal(followed, PublicHostsOnly.MayFollow(new Uri(next), new Uri(api)));

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    public async Task A_name_that_leads_home_is_not_connected_to(string address)
    {
        using var client = new HttpClient(PublicHostsOnly.Handler(Vendor));

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address, TestContext.Current.CancellationToken));

        Assert.Contains("no public address", refusal.ToString(), StringComparison.Ordinal);
    }
}
