using Puskesos.Core.Language.Messages;

namespace Puskesos.Tests.Core.Language.Messages;

public sealed class ForWhomReaderTests
{
    [Theory]
    [InlineData("buat saya", ForWhom.Self)]
    [InlineData("utk sy sendiri pak", ForWhom.Self)]
    [InlineData("nggo nyong dewek", ForWhom.Self)]
    [InlineData("kanggo abdi nyalira", ForWhom.Self)]
    [InlineData("sendiri", ForWhom.Self)]
    [InlineData("untuk istri saya", ForWhom.Household)]
    [InlineData("keluarga serumah", ForWhom.Household)]
    [InlineData("tetangga", ForWhom.SomebodyElse)]
    [InlineData("utk orang lain", ForWhom.SomebodyElse)]
    [InlineData("bapak saya", ForWhom.Relative)]
    [InlineData("buat ibu", ForWhom.Relative)]
    [InlineData("mertua serumah", ForWhom.Household)]
    [InlineData("Siti Komariyah", ForWhom.NotSaid)]
    [InlineData("saya mau lapor kis ibu mati", ForWhom.NotSaid)]
    [InlineData("", ForWhom.NotSaid)]
    public void A_whole_answer_says_for_whom(string answer, ForWhom expected) => Assert.Equal(expected, ForWhomReader.ReadAnswer(answer));
}
