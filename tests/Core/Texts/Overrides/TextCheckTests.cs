using Puskesos.Core.Texts;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Tests.Core.Texts.Overrides;

public sealed class TextCheckTests
{
    private const string Checked = CaseUpdates.CaseChecked_ToResident;

    [Fact]
    public void Every_built_in_text_of_residents_passes_its_own_check()
    {
        Assert.All(TextCatalog.ResidentKeys, key => Assert.Empty(TextCheck.Faults(key, TextCatalog.Default(key, TextCatalog.Indonesian)!)));
        Assert.True(TextCatalog.ResidentKeys.Count > 150);
    }

    [Theory]
    [InlineData("Tiket {ticket} sedang diperiksa {officer} dari {unit}.")]
    [InlineData("{unit}: {officer} memeriksa tiket {ticket}, {ticket}.")]
    public void Other_words_with_the_same_gaps_may_be_saved(string words) => Assert.Empty(TextCheck.Faults(Checked, words));

    [Theory]
    [InlineData("", TextFault.Empty, "")]
    [InlineData("Tiket sedang diperiksa {officer}, {unit}.", TextFault.GapMissing, "ticket")]
    [InlineData("Tiket {ticket} {officer} {unit} {nama}.", TextFault.GapUnknown, "nama")]
    [InlineData("Tiket {ticket} {officer} {unit} {.", TextFault.GapUnknown, "{")]
    public void Faults_are_named(string words, TextFault fault, string gap) => Assert.Contains(new TextFinding(fault, gap), TextCheck.Faults(Checked, words));

    [Fact]
    public void Too_long_a_text_is_refused() =>
        Assert.Contains(new TextFinding(TextFault.TooLong), TextCheck.Faults(Checked, "{ticket} {officer} {unit} " + new string('a', TextCheck.Longest)));

    [Theory]
    [InlineData("Mau apa?\n1 Keluhan\n2 Tiket\n3 Info\n4 DARURAT", true)]
    [InlineData("Mau apa?\n1 Tiket\n3 Keluhan\n2 Info\n4 DARURAT", false)]
    [InlineData("Mau apa? 1 Keluhan, 2 Tiket, 3 Info, 4 DARURAT", false)]
    [InlineData("Mau apa?\n1 Keluhan\n2 Tiket\n3 Info\n4 DARURAT\n5 Lainnya", false)]
    public void Numbers_of_the_answers_stay_as_they_are(string words, bool fits) =>
        Assert.Equal(fits, !TextCheck.Faults(Questions.ChooseService_Question, words).Contains(new TextFinding(TextFault.AnswersChanged)));

    [Fact]
    public void Consent_templates_and_officers_messages_are_not_changed_here()
    {
        Assert.False(TextCheck.MayChange(Questions.AskConsent_Question));
        Assert.False(TextCheck.MayChange(CaseUpdates.News_Waiting));
        Assert.False(TextCheck.MayChange(OfficerMessages.Emergency_EscalatedToOfficer));
        Assert.False(TextCheck.MayChange("Nothing"));
        Assert.True(TextCheck.MayChange(Checked));
    }
}
