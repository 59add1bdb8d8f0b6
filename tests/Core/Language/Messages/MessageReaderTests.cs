using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Messages;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Messages;

public sealed class MessageReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly MessageReader Reader = MessageReader.Seed(new NamedPlaces("jatibogor suradadi", "cintamanik bumijawa"));

    [Fact]
    public void A_first_message_that_tells_all_is_read_whole()
    {
        var read = Reader.Understand("Selamat pagi, nama saya Kusnanto dari Jatibogor Suradadi mau lapor utk saya sendiri, bansos PKH saya tidak cair sejak bulan Maret, KTP sama KK nyusul", Now);

        Assert.Equal("Kusnanto", read.Name);
        Assert.Equal(ForWhom.Self, read.ForWhom);
        Assert.True(read.PapersFollow);
        Assert.Equal(["BANSOS_MACET"], read.Needs);
        Assert.Equal(["PKH"], read.Complaint.Programmes);
        Assert.Equal("bansos PKH saya tidak cair sejak bulan Maret", read.Story);
        Assert.Equal((new DateOnly(2026, 3, 1), "2026-03"), (read.Since, read.SinceTimex));
    }

    [Theory]
    [InlineData("pak nyong arep lapor, pkhne biyunge nyong kok ora metu2 kit wulan maret, nyong neng jatibogor suradadi", "pkhne biyunge nyong kok ora metu2 kit wulan maret", "BANSOS_MACET")]
    [InlineData("punten, abdi ti cintamanik bumijawa, kis abdi teu tiasa dianggo ka puskesmas kumaha nya", "kis abdi teu tiasa dianggo ka puskesmas", "KIS_MATI")]
    [InlineData("assalamualaikum saya sarinah jatibogor suradadi, saya ingin dapat pkh, sama anak saya mau minta kip buat sekolah", "saya ingin dapat pkh, sama anak saya mau minta kip buat sekolah", "BANSOS_USUL SEKOLAH")]
    [InlineData("bu sy mau lapor knp PKH sy blm cair sejak bln maret, sy di ds jatibogor suradadi", "knp PKH sy blm cair sejak bln maret", "BANSOS_MACET")]
    [InlineData("bantuan saya dipotong pak kades 200rb katanya buat administrasi", "bantuan saya dipotong pak kades 200rb katanya buat administrasi", "PUNGLI")]
    public void The_story_is_what_is_left(string message, string story, string needs)
    {
        var read = Reader.Understand(message, Now);

        Assert.Equal(story, read.Story);
        Assert.Equal(needs, string.Join(' ', read.Needs));
        Assert.Equal(ForWhom.NotSaid, read.ForWhom);
    }

    [Theory]
    [InlineData("assalamualaikum saya sarinah jatibogor suradadi, saya ingin dapat pkh", "Sarinah")]
    [InlineData("nama saya SITI AMINAH dari slawi", "Siti Aminah")]
    [InlineData("nami kula Wage saking jatibogor suradadi", "Wage")]
    [InlineData("saya Kusnanto, pkh saya belum cair", "Kusnanto")]
    [InlineData("jeneng nyong dasmi", "Dasmi")]
    [InlineData("nama saya tidak ada di dtsen", null)]
    [InlineData("saya janda anak 3", null)]
    [InlineData("nama ibu saya tidak ada di data bantuan", null)]
    [InlineData("saya dari jatibogor suradadi mau lapor", null)]
    [InlineData("saya ingin dapat pkh", null)]
    public void A_name_is_taken_only_when_told(string message, string? name)
    {
        Assert.Equal(name, Reader.Understand(message, Now).Name);
    }

    [Theory]
    [InlineData("mau lapor untuk tetangga saya, mbah darmi hidup sendiri", ForWhom.SomebodyElse)]
    [InlineData("lapor untuk orang lain", ForWhom.SomebodyElse)]
    [InlineData("mau lapor untuk anak saya", ForWhom.Household)]
    [InlineData("buat saya sendiri", ForWhom.Self)]
    [InlineData("minta kip untuk anak saya", ForWhom.NotSaid)]
    [InlineData("bantuan untuk saya belum ada", ForWhom.NotSaid)]
    public void For_whom_counts_only_when_clearly_said(string message, ForWhom expected)
    {
        Assert.Equal(expected, Reader.Understand(message, Now).ForWhom);
    }

    [Theory]
    [InlineData("Assalamualaikum", true)]
    [InlineData("selamat pagi pak", true)]
    [InlineData("halo 🙏", true)]
    [InlineData("p", true)]
    [InlineData("sugeng enjing bu", true)]
    [InlineData("", true)]
    [InlineData("selamat pagi kis saya mati", false)]
    [InlineData("1", false)]
    public void A_greeting_alone_is_known(string message, bool expected)
    {
        Assert.Equal(expected, Reader.Understand(message, Now).IsGreetingOnly);
    }

    [Theory]
    [InlineData("syarat pkh apa bu", true)]
    [InlineData("kapan cair tahap 4", true)]
    [InlineData("pkh saya kapan cair", false)]
    [InlineData("kis saya mati", false)]
    public void A_question_about_a_programme_is_no_complaint(string message, bool expected)
    {
        Assert.Equal(expected, Reader.Understand(message, Now).IsQuestion);
    }

    [Fact]
    public void Numbers_of_a_person_are_kept_apart_from_the_story()
    {
        var read = Reader.Understand("mau cek desil bu, NIK:3328 1352 0378 0001, hp 0812-0000-0113, dulu dapat sekarang tidak", Now);

        Assert.Equal("+6281200000113", Assert.Single(read.Phones).E164);
        Assert.Equal("3328135203780001", Assert.Single(read.Identities).Digits);
        Assert.DoesNotContain("3328", read.Story, StringComparison.Ordinal);
        Assert.DoesNotContain("0812", read.Story, StringComparison.Ordinal);
    }

    [Fact]
    public void Danger_is_found_beside_everything_else()
    {
        Assert.Equal(DangerKind.Danger, Reader.Understand("tolong suami saya mukul saya, saya takut", Now).Danger.Kind);
    }

    [Fact]
    public void A_place_that_the_story_is_about_stays_in_it()
    {
        Assert.Equal("rumah tetangga di jatibogor suradadi roboh", Reader.Understand("rumah tetangga di jatibogor suradadi roboh", Now).Story);
    }
}
