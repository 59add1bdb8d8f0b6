using System.Text.Json;
using Puskesos.Core.Conversations;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Places;
using Puskesos.Tests.Core.Places;

namespace Puskesos.Tests.Core.Conversations.Reading;

/// <summary>The place in the line that the operator's verb `understand` prints: every kind of CONTRACT, with the codes that belong to it.</summary>
public sealed class UnderstoodPlaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly MessageReader Reader = MessageReader.Seed(new PlaceReader(new PlaceIndex(DemoRows.TegalOnly(), version: 1), DemoRows.Tegal));

    [Theory]
    [InlineData("pkh saya belum cair, jatibogor suradadi", "one", "33.28.16.2007")]
    [InlineData("yamansari tarub", "ask", "33.28.14.2012 33.28.06.2005")]
    [InlineData("kec. slawi", "subdistrict", "33.28.10")]
    [InlineData("margadana kota tegal", "outside", "33.76")]
    [InlineData("pkh saya belum cair", "none", "")]
    public void Each_kind_of_place_carries_its_codes(string line, string kind, string codes)
    {
        using var read = JsonDocument.Parse(UnderstandLine.Json(Reader, line, Now));

        var place = read.RootElement.GetProperty("place");
        Assert.Equal(kind, place.GetProperty("kind").GetString());
        Assert.Equal(codes, string.Join(' ', place.GetProperty("codes").EnumerateArray().Select(code => code.GetString())));
    }
}
