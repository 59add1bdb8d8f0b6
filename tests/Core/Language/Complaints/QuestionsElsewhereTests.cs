using Puskesos.Core.Language.Messages;

namespace Puskesos.Tests.Core.Language.Complaints;

/// <summary>
/// Words of a timetable, a vacancy or another office do not decide by themselves: without a need they ask somebody else, beside a loss or an urgency
/// the need is what counts.
/// </summary>
public sealed class QuestionsElsewhereTests
{
    private static readonly MessageReader Reader = MessageReader.Seed();

    [Theory]
    [InlineData("aya lowongan kerja teu di pabrik?")]
    [InlineData("di pabrik tahu ada lowongan ga ya mas")]
    [InlineData("wonten lowongan teng pabrik kain menapa mboten")]
    [InlineData("posyandu anggrek minggu ini hari apa bu")]
    [InlineData("posyandu kenanga dinten naon teh")]
    [InlineData("jam pinten samsat bikak")]
    [InlineData("bulan depan ronda jadwalnya siapa saja")]
    [InlineData("jdwl dokter mata hr apa")]
    [InlineData("syarat bikin skck apa aja min")]
    public void A_question_for_somebody_else_is_refused(string message) =>
        Assert.Empty(Reader.Understand(message, DateTimeOffset.UnixEpoch).Complaint.Candidates);

    [Theory]
    [InlineData("kartu kis bapak ga aktif padahal besok jadwal cuci darah", "KIS_MATI")]
    [InlineData("jadwal dokter jantung besok tapi kis bapak ditolak loket", "KIS_MATI")]
    [InlineData("imunisasi adik besok kis e mati kudu mbayar", "KIS_MATI")]
    [InlineData("posyandu bilang anak saya gizi buruk tapi ga ada biaya ke rs", "BIAYA_RS")]
    [InlineData("isuk jadwal terapi budak teu tiasa leumpang, kursi roda rusak", "DISABILITAS")]
    [InlineData("kapan posyandu, nenek saya sendirian ga ada yang antar", "LANSIA")]
    [InlineData("saya nganggur setahun, ada lowongan di pabrik ga", "USAHA")]
    [InlineData("anak saya lulus smk dereng nyambut damel, wonten lowongan pabrik mboten", "USAHA")]
    [InlineData("laporan saya kemarin sampe mana ya bu", "LAIN")]
    public void Beside_a_need_such_words_take_nothing_away(string message, string need) =>
        Assert.Equal(need, Reader.Understand(message, DateTimeOffset.UnixEpoch).Complaint.Best?.Code);
}
