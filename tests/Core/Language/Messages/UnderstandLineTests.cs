using System.Text.Json;
using Puskesos.Core.Language.Messages;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Messages;

public sealed class UnderstandLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly MessageReader Reader = MessageReader.Seed(new NamedPlaces("jatibogor suradadi"));

    [Fact]
    public void A_line_becomes_the_object_of_the_contract()
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, "bu PKH sy blm cair sejak bln maret, dipotong 200rb, hp 081200000113, rt 3 rw 5 jatibogor suradadi", Now));

        var root = read.RootElement;
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "phonenumber" && entity.GetProperty("resolution").GetProperty("value").GetString() == "+6281200000113");
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "currency" && entity.GetProperty("resolution").GetProperty("value").GetString() == "200000");
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "datetimeV2.daterange" && entity.GetProperty("resolution").GetProperty("values")[0].GetProperty("start").GetString() == "2026-03-01");
        Assert.Contains(root.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "rtrw" && entity.GetProperty("resolution").GetProperty("rw").GetString() == "5");
        Assert.False(root.GetProperty("urgent").GetBoolean());
        Assert.Equal("one", root.GetProperty("place").GetProperty("kind").GetString());
        Assert.True(root.GetProperty("category").GetProperty("accept").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("besok hujan tidak ya")]
    [InlineData("mohon bantuan")]
    [InlineData("")]
    public void Out_of_scope_has_no_category(string line)
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, line, Now));

        Assert.Equal(JsonValueKind.Null, read.RootElement.GetProperty("category").ValueKind);
    }

    [Theory]
    [InlineData("iya", "True")]
    [InlineData("durung ana", "notyet")]
    [InlineData("sampun", "already")]
    public void Four_answers_are_told_apart(string line, string expected)
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, line, Now));

        var answer = Assert.Single(read.RootElement.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "boolean");
        Assert.Equal(expected, answer.GetProperty("resolution").GetProperty("value").ToString());
    }
}
