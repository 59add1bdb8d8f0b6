using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places.Lists;

public sealed class PlaceCodeTests
{
    [Theory]
    [InlineData("3328162007", "33.28.16.2007")]
    [InlineData("33.28.16.2007", "33.28.16.2007")]
    [InlineData(" 33.28 ", "33.28")]
    [InlineData("332816", "33.28.16")]
    [InlineData("33", "33")]
    public void Dotted_and_plain_codes_are_one(string written, string code) => Assert.Equal(code, PlaceCode.Normalise(written));

    [Theory]
    [InlineData("")]
    [InlineData("33.2")]
    [InlineData("3328.162007")]
    [InlineData("33.28.16.20071")]
    [InlineData("33-28")]
    [InlineData("Tegal")]
    public void Anything_else_is_no_code(string written) => Assert.Null(PlaceCode.Normalise(written));

    [Theory]
    [InlineData("33.28.10.1009", VillageKind.Kelurahan)]
    [InlineData("33.28.16.2007", VillageKind.Desa)]
    [InlineData("91.03.01.3001", VillageKind.DesaAdat)]
    public void Last_level_tells_the_kind(string code, VillageKind kind) => Assert.Equal(kind, PlaceCode.KindOf(code));
}
