using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Puskesos.Bot.WhatsApp;
using Puskesos.Tests.Fakes;
using Puskesos.Tests.StandIns;

namespace Puskesos.Tests.Bot.WhatsApp;

public sealed class WhatsAppSignatureTests
{
    private const string Url = "https://bot.example/whatsapp/webhook";

    private static readonly WhatsAppSignature Signature = With(FakeTwilio.AuthToken, WhatsAppFixture.SecondToken);

    private static readonly Dictionary<string, StringValues> Form = new() { ["Body"] = " Halo  ", ["a"] = "", ["B"] = "2", ["_"] = "x", ["aB"] = "1" };

    [Fact]
    public void Either_token_is_accepted_while_they_are_rotated()
    {
        Assert.True(Signature.IsAuthentic(Url, Form, Signed(FakeTwilio.AuthToken)));
        Assert.True(Signature.IsAuthentic(Url, Form, Signed(WhatsAppFixture.SecondToken)));
        Assert.False(Signature.IsAuthentic(Url, Form, Signed("another")));
        Assert.False(With(FakeTwilio.AuthToken, "").IsAuthentic(Url, Form, Signed("")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void No_or_a_wrong_signature_is_refused(string? signature) => Assert.False(Signature.IsAuthentic(Url, Form, signature));

    [Theory]
    [InlineData("https://bot.example/whatsapp/status")]
    [InlineData("http://bot.example/whatsapp/webhook")]
    [InlineData("https://bot.example/whatsapp/webhook?x=1")]
    [InlineData("https://other.example/whatsapp/webhook")]
    public void Another_address_is_refused(string url) => Assert.False(Signature.IsAuthentic(url, Form, Signed(FakeTwilio.AuthToken)));

    [Fact]
    public void A_changed_value_is_refused()
    {
        var changed = new Dictionary<string, StringValues>(Form) { ["Body"] = "Halo" };

        Assert.False(Signature.IsAuthentic(Url, changed, Signed(FakeTwilio.AuthToken)));
    }

    [Theory]
    [InlineData("https://bot.example:443/whatsapp/webhook", true)]
    [InlineData("https://bot.example:8443/whatsapp/webhook", false)]
    public void The_standard_port_may_be_signed_or_not(string signedUrl, bool accepted)
    {
        var signature = FakeTwilio.Sign(signedUrl, Form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));

        Assert.Equal(accepted, Signature.IsAuthentic(Url, Form, signature));
    }

    [Fact]
    public void A_repeated_name_signs_its_distinct_values_in_order()
    {
        var repeated = new Dictionary<string, StringValues> { ["Sid"] = "CA123", ["SidAccount"] = "AC123", ["Digits"] = new(["5678", "1234", "1234"]) };

        // One of the vendor's published examples.
        Assert.True(With("12345", "").IsAuthentic("https://mycompany.com/myapp.php?foo=1&bar=2", repeated, "IK+Dwps556ElfBT0I3Rgjkr1wJU="));
    }

    [Fact]
    public void Every_published_vector_is_judged_as_published()
    {
        using var pack = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedPack.Folder("payloads"), "twilio", "signature-vectors-published.json")));
        var signature = With(pack.RootElement.GetProperty("auth_token").GetString()!, "");
        var vectors = pack.RootElement.GetProperty("vectors").EnumerateArray().ToList();

        var wrong = vectors.Where(vector => Judge(signature, vector) != vector.GetProperty("valid").GetBoolean()).Select(vector => vector.GetProperty("name").GetString());

        Assert.Equal(17, vectors.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_signed_request_of_the_pack_is_accepted_and_a_changed_one_refused()
    {
        var folder = Path.Combine(SharedPack.Folder("payloads"), "twilio");
        using var pack = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "signed-requests.json")));
        var signature = With(pack.RootElement.GetProperty("auth_token").GetString()!, "");
        var cases = pack.RootElement.GetProperty("cases").EnumerateArray().ToList();

        var wrong = cases.Where(request =>
        {
            var (url, given) = (request.GetProperty("url").GetString()!, request.GetProperty("signature").GetString());
            var form = WhatsAppCall.OfForm(Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(folder, request.GetProperty("file").GetString()!)).TrimEnd('\n'))).Form!;
            var changed = new Dictionary<string, StringValues>(form) { ["To"] = "whatsapp:+62" };
            return !signature.IsAuthentic(url, form, given) || signature.IsAuthentic(url, changed, given);
        }).Select(request => request.GetProperty("file").GetString());

        Assert.Equal(39, cases.Count);
        Assert.Empty(wrong);
    }

    private static bool Judge(WhatsAppSignature signature, JsonElement vector)
    {
        var (url, given) = (vector.GetProperty("url").GetString()!, vector.GetProperty("signature").GetString());
        if (vector.GetProperty("body") is { ValueKind: JsonValueKind.String } body) return signature.IsAuthentic(url, body.GetString()!, given);
        var form = vector.GetProperty("params").EnumerateObject().ToDictionary(
            field => field.Name,
            field => field.Value.ValueKind == JsonValueKind.Array ? new StringValues([.. field.Value.EnumerateArray().Select(value => value.GetString())]) : new StringValues(field.Value.GetString()));
        return signature.IsAuthentic(url, form, given);
    }

    private static string Signed(string token) => FakeTwilio.Sign(Url, Form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())), token);

    private static WhatsAppSignature With(string token, string second) => new(new WhatsAppOptions { AuthToken = token, AuthTokenSecondary = second });
}
