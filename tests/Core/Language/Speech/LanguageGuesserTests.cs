using Puskesos.Core.Language.Speech;

namespace Puskesos.Tests.Core.Language.Speech;

public sealed class LanguageGuesserTests
{
    [Theory]
    [InlineData("punten, abdi ti cintamanik bumijawa, kis abdi teu tiasa dianggo ka puskesmas kumaha nya", LanguageAdvice.SwitchToSundanese)]
    [InlineData("pak nyong arep lapor, pkhne biyunge nyong kok ora metu2 kit wulan maret, nyong neng jatibogor suradadi", LanguageAdvice.OfferJavanese)]
    [InlineData("kula badhe matur, bantuan kula dereng medal", LanguageAdvice.OfferJavanese)]
    [InlineData("Selamat pagi, nama saya Kusnanto dari Jatibogor mau lapor bansos PKH saya tidak cair", LanguageAdvice.Stay)]
    [InlineData("hilang ktp dan kk saya, urusnya di mana ya pak", LanguageAdvice.Stay)]
    [InlineData("teu", LanguageAdvice.Stay)]
    public void Clear_sundanese_switches_and_javanese_is_offered(string message, LanguageAdvice expected)
    {
        Assert.Equal(expected, LanguageGuesser.Read(message).Advice);
    }

    [Fact]
    public void Krama_and_ngoko_are_told_apart()
    {
        Assert.Equal(WrittenLanguage.Javanese, LanguageGuesser.Read("kula badhe matur, bantuan kula dereng medal").Language);
        Assert.Equal(WrittenLanguage.JavaneseNgoko, LanguageGuesser.Read("nyong arep takon, duwit ora metu").Language);
    }
}
