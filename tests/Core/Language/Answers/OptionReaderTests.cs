using Puskesos.Core.Language.Answers;

namespace Puskesos.Tests.Core.Language.Answers;

public sealed class OptionReaderTests
{
    private static readonly string[] ForWhom = ["Saya sendiri", "Keluarga serumah", "Orang lain"];
    private static readonly string[] Villages = ["Karanganyar, Pagerbarang", "Karanganyar, Kedungbanteng", "Karanganyar, Dukuhturi", "Bukan salah satunya"];
    private static readonly string[] Call = ["Boleh, ke nomor ini", "Jangan, di sini saja", "Ke nomor lain"];
    private static readonly string[] Open = ["Ya, tambahkan", "Keluhan baru", "Menu"];
    private static readonly string[] Needs = ["Surat tidak mampu (SKTM)", "KTP, KK, akta"];

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 1. ", 1)]
    [InlineData("1)", 1)]
    [InlineData("satu", 1)]
    [InlineData("nomor 1", 1)]
    [InlineData("no 2", 2)]
    [InlineData("no.2 pak", 2)]
    [InlineData("①", 1)]
    [InlineData("2️⃣", 2)]
    [InlineData("𝟑", 3)]
    [InlineData("yang pertama", 1)]
    [InlineData("yg kedua bu", 2)]
    [InlineData("terakhir", 3)]
    [InlineData("hiji", 1)]
    [InlineData("loro", 2)]
    [InlineData("kalih", 2)]
    [InlineData("saya pilih 3", 3)]
    [InlineData("1 sama anak", 1)]
    [InlineData("Saya sendiri", 1)]
    [InlineData("saya", 1)]
    [InlineData("keluarga", 2)]
    [InlineData("keluarga serumah pak", 2)]
    [InlineData("ora", null)]
    [InlineData("orang lain", 3)]
    [InlineData("sendiri", 1)]
    [InlineData("lain", 3)]
    [InlineData("1 atau 2", null)]
    [InlineData("1 sama 2", null)]
    [InlineData("4", null)]
    [InlineData("0", null)]
    [InlineData("2 bulan yang lalu", null)]
    [InlineData("2jt", null)]
    [InlineData("33281352037800011", null)]
    [InlineData("asdf", null)]
    [InlineData("", null)]
    public void For_whom_is_chosen(string message, int? expected)
    {
        Assert.Equal(expected, OptionReader.Read(message, ForWhom));
    }

    [Theory]
    [InlineData("kedung banteng", 2)]
    [InlineData("dukuhturi pak", 3)]
    [InlineData("yang di pagerbarang", 1)]
    [InlineData("karanganyar", null)]
    [InlineData("kar", null)]
    [InlineData("bukan", 4)]
    public void A_village_is_chosen_by_its_telling_word(string message, int? expected)
    {
        Assert.Equal(expected, OptionReader.Read(message, Villages));
    }

    [Theory]
    [InlineData("boleh", 1)]
    [InlineData("jangan pak", 2)]
    [InlineData("ke nomor lain", 3)]
    public void A_label_is_chosen_by_its_first_words(string message, int? expected)
    {
        Assert.Equal(expected, OptionReader.Read(message, Call));
    }

    [Theory]
    [InlineData("tetangga saya juga mau lapor", null)]
    [InlineData("ya", 1)]
    [InlineData("keluhan baru", 2)]
    public void A_sentence_is_no_choice(string message, int? expected)
    {
        Assert.Equal(expected, OptionReader.Read(message, Open));
    }

    [Theory]
    [InlineData("sktm", 1)]
    [InlineData("akta", 2)]
    [InlineData("KTP, KK, akta", 2)]
    [InlineData("Surat tidak mampu (SKTM)", 1)]
    public void A_need_is_chosen_by_any_of_its_words(string message, int? expected)
    {
        Assert.Equal(expected, OptionReader.Read(message, Needs));
    }
}
