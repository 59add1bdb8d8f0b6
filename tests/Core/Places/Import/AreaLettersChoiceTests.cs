using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

public sealed class AreaLettersChoiceTests
{
    [Theory]
    [InlineData("Tegal", "TGL")]
    [InlineData("Brebes", "BRB")]
    [InlineData("Cianjur", "CNJ")]
    [InlineData("Solo", "SLA")]
    public void Letters_follow_the_name(string name, string letters) => Assert.Equal(letters, AreaLettersChoice.For(name, new HashSet<string>()));

    [Fact]
    public void Every_regency_of_the_country_gets_its_own()
    {
        var taken = new HashSet<string>();
        for (var regency = 0; regency < 514; regency++)
        {
            var letters = AreaLettersChoice.For("Bolo", taken);
            Assert.True(taken.Add(letters));
            Assert.Equal(3, letters.Length);
            Assert.DoesNotContain('I', letters);
            Assert.DoesNotContain('O', letters);
        }
    }
}
