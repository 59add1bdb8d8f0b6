using System.Collections.Specialized;
using System.Text.Json;
using Twilio.Security;

namespace Puskesos.Tests.StandIns;

/// <summary>Signatures published by the vendor, and signed requests of a made-up account, get the expected verdict.</summary>
public sealed class TwilioSignatureTests
{
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Pack = "payloads/twilio";

    private static readonly Dictionary<string, string> Call = new()
    {
        ["CallSid"] = "CA1234567890ABCDE",
        ["Caller"] = "+14158675309",
        ["Digits"] = "1234",
        ["From"] = "+14158675309",
        ["To"] = "+18005551212",
    };

    // The vendor publishes some vectors for its libraries of other languages only; the real C# package is held to its own.
    private static bool IsRealPackage => typeof(RequestValidator).Assembly.GetName().Name == "Twilio";

    [Theory]
    [InlineData(Url, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", true)]
    [InlineData(Url, "kvajT1Ptam85bY51eRf/AJRuM3w=", true)]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", true)]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=", true)]
    [InlineData(Url, "NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=", false)]
    [InlineData(Url, "", false)]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=3", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", false)]
    public void A_signed_form_is_judged(string url, string signature, bool authentic)
    {
        Assert.Equal(authentic, new RequestValidator("12345").Validate(url, Call, signature));
    }

    [Fact]
    public void Another_secret_or_another_value_is_refused()
    {
        var changed = new Dictionary<string, string>(Call) { ["Digits"] = "1235" };

        Assert.False(new RequestValidator("12346").Validate(Url, Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        Assert.False(new RequestValidator("12345").Validate(Url, changed, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    [Fact]
    public void A_body_is_judged_by_its_hash()
    {
        const string body = "{\"property\": \"value\", \"boolean\": true}";
        const string hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        var validator = new RequestValidator("12345");

        Assert.True(RequestValidator.ValidateBody(body, hash));
        Assert.True(validator.Validate($"{Url}&bodySHA256={hash}", body, "a9nBmqA0ju/hNViExpshrM61xv4="));
        Assert.False(validator.Validate($"{Url}&bodySHA256={hash}", body + " ", "a9nBmqA0ju/hNViExpshrM61xv4="));
        Assert.False(validator.Validate(Url, body, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    [Fact]
    public void All_published_vectors_get_their_verdict()
    {
        using var pack = JsonDocument.Parse(File.ReadAllText(SharedPack.File(Pack, "signature-vectors-published.json")));
        var validator = new RequestValidator(pack.RootElement.GetProperty("auth_token").GetString()!);
        var judged = 0;

        foreach (var vector in pack.RootElement.GetProperty("vectors").EnumerateArray())
        {
            judged++;
            if (IsRealPackage && vector.GetProperty("source").GetString() is not ("all three SDKs" or "twilio-csharp"))
                continue;
            var (url, signature) = (vector.GetProperty("url").GetString()!, vector.GetProperty("signature").GetString()!);
            var verdict = vector.GetProperty("body").GetString() is { } body
                ? validator.Validate(url, body, signature)
                : validator.Validate(url, Form(vector.GetProperty("params")), signature);
            Assert.True(vector.GetProperty("valid").GetBoolean() == verdict, vector.GetProperty("name").GetString());
        }

        Assert.Equal(17, judged);
    }

    [Fact]
    public void All_signed_requests_are_authentic_and_lose_it_when_changed()
    {
        using var pack = JsonDocument.Parse(File.ReadAllText(SharedPack.File(Pack, "signed-requests.json")));
        var validator = new RequestValidator(pack.RootElement.GetProperty("auth_token").GetString()!);
        var judged = 0;

        foreach (var request in pack.RootElement.GetProperty("cases").EnumerateArray())
        {
            var (url, signature) = (request.GetProperty("url").GetString()!, request.GetProperty("signature").GetString()!);
            var form = Form(request.GetProperty("params"));
            Assert.True(validator.Validate(url, form, signature), request.GetProperty("file").GetString());
            form["To"] += "0";
            Assert.False(validator.Validate(url, form, signature), request.GetProperty("file").GetString());
            judged++;
        }

        Assert.Equal(39, judged);
    }

    private static NameValueCollection Form(JsonElement values)
    {
        var form = new NameValueCollection();
        if (values.ValueKind != JsonValueKind.Object)
            return form;
        foreach (var field in values.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var value in field.Value.EnumerateArray())
                    form.Add(field.Name, value.GetString());
            }
            else
            {
                form.Add(field.Name, field.Value.GetString());
            }
        }

        return form;
    }
}
