using System.Text;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;

namespace Puskesos.Tests.Core.Documents;

public sealed class ContentTypesTests
{
    [Theory]
    [InlineData("ÿØÿà..JFIF", ContentTypes.Jpeg)]
    [InlineData("\u0089PNG\r\n\u001a\n....", ContentTypes.Png)]
    [InlineData("RIFF....WEBPVP8 ", ContentTypes.Webp)]
    [InlineData("RIFF....WAVEfmt ", ContentTypes.Unknown)]
    [InlineData("GIF89a/*", ContentTypes.Gif)]
    [InlineData("....ftypheic....", ContentTypes.Heic)]
    [InlineData("....ftypisom....", ContentTypes.Mp4)]
    [InlineData("%PDF-1.7", ContentTypes.Pdf)]
    [InlineData("junk before %PDF-1.4", ContentTypes.Pdf)]
    [InlineData("OggS....OpusHead", ContentTypes.Ogg)]
    [InlineData("ID3\u0004....", ContentTypes.Mp3)]
    [InlineData("ÿû\u0090d", ContentTypes.Mp3)]
    [InlineData("ÿñP\u0080", ContentTypes.Aac)]
    [InlineData("#!AMR\n....", ContentTypes.Amr)]
    [InlineData("\u001aEß£....webm", ContentTypes.Webm)]
    [InlineData("ÿþ<\u0000", ContentTypes.Unknown)]
    [InlineData("ÿ", ContentTypes.Unknown)]
    [InlineData("PK\u0003\u0004....word/", ContentTypes.Zip)]
    [InlineData("  <!DOCTYPE html><script>alert(1)</script>", ContentTypes.Html)]
    [InlineData("<?xml version='1.0'?><svg onload='x()'>", ContentTypes.Svg)]
    [InlineData("var x = 1; // <script", ContentTypes.Html)]
    [InlineData("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", ContentTypes.Unknown)]
    [InlineData("MZ......", ContentTypes.Unknown)]
    [InlineData("", ContentTypes.Unknown)]
    public void The_first_bytes_decide(string head, string expected) => Assert.Equal(expected, ContentTypes.Find(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData(ContentTypes.Jpeg, null, true)]
    [InlineData(ContentTypes.Jpeg, "small,again", true)]
    [InlineData(ContentTypes.Jpeg, "as-sent", false)]
    [InlineData(ContentTypes.Gif, null, false)]
    [InlineData(ContentTypes.Svg, null, false)]
    [InlineData(ContentTypes.Html, null, false)]
    [InlineData(ContentTypes.Pdf, null, false)]
    [InlineData(null, null, false)]
    public void Only_pictures_that_we_wrote_ourselves_are_shown_inline(string? type, string? marks, bool shown) =>
        Assert.Equal(shown, InlineRules.MayShowInline(new Document { ContentType = type, Marks = marks }));

    [Fact]
    public void A_download_has_a_name_of_our_own() =>
        Assert.Equal("berkas-7.pdf", InlineRules.DownloadName(new Document { Id = 7, ContentType = ContentTypes.Pdf }));
}
