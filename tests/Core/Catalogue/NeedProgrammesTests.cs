using Puskesos.Core.Catalogue;

namespace Puskesos.Tests.Core.Catalogue;

public sealed class NeedProgrammesTests
{
    [Theory]
    [InlineData("BANSOS_USUL", false, "PKH")]
    [InlineData("SEKOLAH", false, "PIP")]
    [InlineData("SKTM", false, null)]
    [InlineData("SKTM", true, "PKH")]
    public void Two_needs_of_one_message_have_each_their_own(string need, bool isOnly, string? programme) =>
        Assert.Equal(programme, NeedProgrammes.Of(need, ["PKH", "PIP"], isOnly));

    [Fact]
    public void Where_none_is_named_there_is_none() => Assert.Null(NeedProgrammes.Of("BANSOS_USUL", [], isOnly: true));
}
