using Puskesos.Core.Language.Messages;

namespace Puskesos.Tests.Core.Language.Messages;

/// <summary>A promise of papers is no need, and a need with a card and a day in it is no promise of papers.</summary>
public sealed class PapersToFollowTests
{
    private static readonly MessageReader Reader = MessageReader.Seed();

    [Theory]
    [InlineData("KTP sama KK nyusul")]
    [InlineData("berkas menyusul ya bu")]
    [InlineData("nanti ktp dan kk saya kirim belakangan ya")]
    [InlineData("foto ktp besok pagi saya kirim")]
    [InlineData("ktp nyusul ya hp dipinjam anak")]
    [InlineData("kk nyusul boleh ga")]
    [InlineData("fotokopi kk kalih ktp mangke kula kirim")]
    [InlineData("ktp jeung kk engke abdi kirim")]
    public void A_promise_of_papers_is_told_from_the_story(string message)
    {
        var read = Reader.Understand(message, DateTimeOffset.UnixEpoch);

        Assert.True(read.PapersFollow);
        Assert.Empty(read.Story);
        Assert.Empty(read.Complaint.Candidates);
    }

    [Theory]
    [InlineData("kartu kis bapak ga aktif padahal besok jadwal cuci darah", "KIS_MATI")]
    [InlineData("kartu sehat ibu ditolak padahal besok operasi", "KIS_MATI")]
    [InlineData("kertu kis e simbah wis ora kanggo sesuk kontrol", "KIS_MATI")]
    [InlineData("kartu kis abdi teu aktip isuk bade kontrol", "KIS_MATI")]
    [InlineData("kartu pkh keblokir besok jadwal ambil", "KKS")]
    [InlineData("kartu bansos dikirim ke alamat orang lain", "KKS")]
    [InlineData("ktp anak belum jadi padahal besok daftar sekolah", "ADMINDUK")]
    [InlineData("surat miskin belum dibuatkan padahal besok bayar rumah sakit", "SKTM")]
    [InlineData("bukti kip kuliah besok terakhir desil saya salah", "KULIAH")]
    public void A_need_beside_a_day_is_never_taken_for_papers(string message, string need)
    {
        var read = Reader.Understand(message, DateTimeOffset.UnixEpoch);

        Assert.False(read.PapersFollow);
        Assert.Equal(message, read.Story);
        Assert.Contains(need, read.Complaint.Candidates.Take(3).Select(candidate => candidate.Code));
    }
}
