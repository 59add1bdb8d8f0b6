using Puskesos.Core.Language.Danger;

namespace Puskesos.Tests.Core.Language.Danger;

public sealed class VerbFormsTests
{
    [Theory]
    [InlineData("suami menendangi saya")]
    [InlineData("bojoku nendangi aku")]
    [InlineData("kula dipuntendang semah kula")]
    [InlineData("abdi ditajong ku salaki")]
    [InlineData("abdi katampiling ku salaki")]
    [InlineData("pun anak dipunperkosa")]
    [InlineData("bapake ngepruki adhikku")]
    [InlineData("aku dikaploki terus")]
    [InlineData("anakku disabeti gesper")]
    [InlineData("mbakyu dipuncekik semahipun")]
    [InlineData("dia mencekiki istrinya")]
    public void Every_form_of_a_verb_of_violence_is_found(string message)
    {
        Assert.Equal(DangerKind.Danger, DangerWords.Read(message).Kind);
    }

    [Theory]
    [InlineData("kantor buka pukul 8")]
    [InlineData("rasanya digebuk utang tiap hari")]
    [InlineData("dipukuli harga beras terus")]
    [InlineData("saya banting tulang tiap hari")]
    [InlineData("saya ditendang dari grup wa pkh")]
    [InlineData("kartu kis mbah wis dipateni")]
    [InlineData("tidak ada kdrt di rumah ini")]
    [InlineData("tidak pernah kena pukul")]
    public void What_hits_nobody_is_no_danger(string message)
    {
        Assert.Equal(DangerKind.None, DangerWords.Read(message).Kind);
    }
}
