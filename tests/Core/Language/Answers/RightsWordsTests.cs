using Puskesos.Core.Language.Answers;

namespace Puskesos.Tests.Core.Language.Answers;

public sealed class RightsWordsTests
{
    [Theory]
    [InlineData("hapus data saya", OwnDataWish.Erase)]
    [InlineData("Tolong hapus semua data saya di sini pak", OwnDataWish.Erase)]
    [InlineData("nyuwun dipunbusak data kula", OwnDataWish.Erase)]
    [InlineData("hapus dataku", OwnDataWish.Erase)]
    [InlineData("hoyong ngahapus data abdi", OwnDataWish.Erase)]
    [InlineData("perbaiki data saya", OwnDataWish.Correct)]
    [InlineData("minta data pribadi saya dibetulkan", null)]
    [InlineData("mohon betulkan data pribadi saya", OwnDataWish.Correct)]
    [InlineData("lihat data saya", OwnDataWish.See)]
    [InlineData("minta salinan data pribadi", OwnDataWish.See)]
    [InlineData("arep ndelok dataku bu", OwnDataWish.See)]
    public void A_wish_about_the_own_data_is_understood(string text, OwnDataWish? wish) => Assert.Equal(wish, RightsWords.Read(text));

    [Theory]
    [InlineData("data saya tidak muncul di cek bansos")]
    [InlineData("perbaiki data kk saya salah nama")]
    [InlineData("perbaiki data desil saya")]
    [InlineData("hapus data")]
    [InlineData("hapus data tetangga saya dari bansos")]
    [InlineData("lihat data")]
    [InlineData("saya mau lihat dan hapus data saya")]
    [InlineData("data saya")]
    [InlineData("hapus data saya 3328161708850003")]
    [InlineData("")]
    [InlineData(null)]
    public void What_may_be_a_complaint_is_none(string? text) => Assert.Null(RightsWords.Read(text));
}
