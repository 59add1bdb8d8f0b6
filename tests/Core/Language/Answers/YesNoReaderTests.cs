using Puskesos.Core.Language.Answers;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Answers;

public sealed class YesNoReaderTests
{
    [Theory]
    [InlineData("ya betul", YesNoAnswer.Yes)]
    [InlineData("iya pak", YesNoAnswer.Yes)]
    [InlineData("he eh", YesNoAnswer.Yes)]
    [InlineData("bener", YesNoAnswer.Yes)]
    [InlineData("leres", YesNoAnswer.Yes)]
    [InlineData("muhun", YesNoAnswer.Yes)]
    [InlineData("Sumuhun, Pak", YesNoAnswer.Yes)]
    [InlineData("1 inggih", YesNoAnswer.Yes)]
    [InlineData("1", YesNoAnswer.Yes)]
    [InlineData("1. ya", YesNoAnswer.Yes)]
    [InlineData("2", YesNoAnswer.No)]
    [InlineData("2 bukan", YesNoAnswer.No)]
    [InlineData("1 bukan", YesNoAnswer.None)]
    [InlineData("1 juta", YesNoAnswer.None)]
    [InlineData("iya bisa", YesNoAnswer.Yes)]
    [InlineData("boleh", YesNoAnswer.Yes)]
    [InlineData("oke siap", YesNoAnswer.Yes)]
    [InlineData("YAAAA", YesNoAnswer.Yes)]
    [InlineData("nggih leres bu", YesNoAnswer.Yes)]
    [InlineData("ya pak, itu desa saya", YesNoAnswer.Yes)]
    [InlineData("bukan salah", YesNoAnswer.Yes)]
    [InlineData("gpp", YesNoAnswer.None)]
    [InlineData("tidak apa-apa", YesNoAnswer.Yes)]
    [InlineData("ora popo", YesNoAnswer.Yes)]
    [InlineData("👍", YesNoAnswer.Yes)]
    [InlineData("👍🏽 pak", YesNoAnswer.Yes)]
    [InlineData("❌", YesNoAnswer.No)]
    [InlineData("👍👎", YesNoAnswer.None)]
    [InlineData("tidak pak, sudah padam", YesNoAnswer.No)]
    [InlineData("tidak usah", YesNoAnswer.No)]
    [InlineData("ora ana", YesNoAnswer.No)]
    [InlineData("mboten wonten", YesNoAnswer.No)]
    [InlineData("teu aya", YesNoAnswer.No)]
    [InlineData("bukan, salah", YesNoAnswer.No)]
    [InlineData("salah pak", YesNoAnswer.No)]
    [InlineData("jangan", YesNoAnswer.No)]
    [InlineData("ora", YesNoAnswer.No)]
    [InlineData("durung ana", YesNoAnswer.NotYet)]
    [InlineData("teu acan aya", YesNoAnswer.NotYet)]
    [InlineData("belum pak", YesNoAnswer.NotYet)]
    [InlineData("blm ada bu", YesNoAnswer.NotYet)]
    [InlineData("dereng", YesNoAnswer.NotYet)]
    [InlineData("iya belum", YesNoAnswer.NotYet)]
    [InlineData("sampun", YesNoAnswer.Already)]
    [InlineData("sudah bu terima kasih", YesNoAnswer.Already)]
    [InlineData("parantos", YesNoAnswer.Already)]
    [InlineData("sudah tidak kuat pak", YesNoAnswer.None)]
    [InlineData("gak tau", YesNoAnswer.None)]
    [InlineData("iya tidak", YesNoAnswer.None)]
    [InlineData("mungkin", YesNoAnswer.None)]
    [InlineData("🙏🙏", YesNoAnswer.None)]
    [InlineData("tidak dapat bantuan dari dulu", YesNoAnswer.None)]
    [InlineData("belum dapat pkh dari tahun kemarin pak", YesNoAnswer.None)]
    [InlineData("mau lapor pkh saya belum cair dari bulan maret", YesNoAnswer.None)]
    [InlineData("kursinya belum datang pak, baru difoto saja", YesNoAnswer.None)]
    [InlineData("eh maaf bukan, saya di tarub", YesNoAnswer.No)]
    [InlineData("", YesNoAnswer.None)]
    public void A_whole_message_is_read_as_an_answer(string message, YesNoAnswer expected)
    {
        Assert.Equal(expected, YesNoReader.Read(message));
    }

    [Fact]
    public void Shared_answers_reach_the_gate()
    {
        var score = new Score("yes/no", 0.98);

        foreach (var row in SharedCases.Read("yesno.tsv"))
        {
            var expected = row["value"] switch { "yes" => YesNoAnswer.Yes, "no" => YesNoAnswer.No, "not-yet" => YesNoAnswer.NotYet, "already" => YesNoAnswer.Already, _ => YesNoAnswer.None };
            var read = YesNoReader.Read(row["answer"]);
            score.Count(read == expected, $"{row["answer"]}: {read}, should be {expected}");
        }

        score.MustReachTheGate();
    }
}
