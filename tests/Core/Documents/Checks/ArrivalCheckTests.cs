using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Tests.Core.Documents.Checks;

public sealed class ArrivalCheckTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly ArrivalCheck check;

    public ArrivalCheckTests()
    {
        var tools = new OutOfProcess(NullLogger<OutOfProcess>.Instance);
        check = new ArrivalCheck(new PictureCheck(tools), new PdfCheck(tools));
    }

    [Fact]
    public async Task A_good_photo_is_written_anew_with_a_thumbnail_and_no_mark()
    {
        NeedsVips();

        var file = await check.CheckAsync(SamplePictures.Card(3000, 2000), Stop);

        Assert.Equal((ContentTypes.Jpeg, true), (file.ContentType, file.IsReadable));
        Assert.Empty(file.Marks);
        Assert.Equal(ContentTypes.Jpeg, ContentTypes.Find(file.Content.Span));
        Assert.InRange(file.Thumbnail!.Length, 500, 60_000);
    }

    [Theory]
    [InlineData(400, 250, 0, 1.0, DocumentMarks.Small)]
    [InlineData(1600, 1000, 0, 0.15, DocumentMarks.Unclear)]
    [InlineData(1600, 1000, 10, 1.0, DocumentMarks.Unclear)]
    public async Task What_cannot_be_read_is_marked_and_kept(int width, int height, int blur, double light, string mark)
    {
        NeedsVips();

        var file = await check.CheckAsync(SamplePictures.Card(width, height, blur, light), Stop);

        Assert.Contains(mark, file.Marks);
        Assert.True(file.Content.Length > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_slightly_soft_photo_is_still_clear(int blur)
    {
        NeedsVips();

        Assert.Empty((await check.CheckAsync(SamplePictures.Card(blur: blur), Stop)).Marks);
    }

    [Fact]
    public async Task Every_sample_card_is_a_file_of_its_own_and_clear()
    {
        NeedsVips();
        var cards = Enumerable.Range(0, 30).Select(seed => SamplePictures.Card(640, 400, seed: seed)).ToList();

        Assert.Equal(cards.Count, cards.Select(Convert.ToBase64String).Distinct(StringComparer.Ordinal).Count());
        foreach (var card in cards) Assert.Empty((await check.CheckAsync(card, Stop)).Marks);
    }

    [Fact]
    public async Task A_wall_is_not_called_blurred()
    {
        NeedsVips();

        Assert.Empty((await check.CheckAsync(SamplePictures.Png(1200, 900, (x, y) => (byte)(150 + (x / 60) + (y / 90))), Stop)).Marks);
    }

    [Fact]
    public async Task A_photo_that_is_cut_off_is_kept_as_far_as_it_came()
    {
        NeedsVips();
        var whole = (await check.CheckAsync(SamplePictures.Card(), Stop)).Content;

        var file = await check.CheckAsync(whole[..(whole.Length / 2)], Stop);

        Assert.Contains(DocumentMarks.Unclear, file.Marks);
        Assert.True(file.IsReadable);
    }

    [Fact]
    public async Task A_picture_of_50000_by_50000_is_not_decoded()
    {
        var bomb = SamplePictures.PngOf(50_000, 50_000, [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]);

        var file = await check.CheckAsync(bomb, Stop);

        Assert.Contains(DocumentMarks.AsSent, file.Marks);
        Assert.Null(file.Thumbnail);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", ContentTypes.Html)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", ContentTypes.Svg)]
    [InlineData("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", ContentTypes.Unknown)]
    [InlineData("GIF89a/*\u0001\u0000=1;*/alert(1)", ContentTypes.Gif)]
    [InlineData("ÿØÿà\u0000\u0010JFIF broken", ContentTypes.Jpeg)]
    [InlineData("\u0000\u0000\u0000\u0018ftypheic broken", ContentTypes.Heic)]
    public async Task What_is_no_picture_is_kept_as_sent_and_asked_for_again(string content, string type)
    {
        var file = await check.CheckAsync(Encoding.Latin1.GetBytes(content), Stop);

        Assert.Equal(type, file.ContentType);
        Assert.Contains(DocumentMarks.AsSent, file.Marks);
        Assert.Null(file.Thumbnail);
        if (OutOfProcess.Find(PictureCheck.Shrinker) is not null) Assert.False(file.IsReadable);
    }

    [Fact]
    public async Task A_zip_is_never_unpacked()
    {
        var file = await check.CheckAsync("PK\u0003\u0004 a bomb"u8.ToArray(), Stop);

        Assert.Equal((ContentTypes.Zip, true), (file.ContentType, file.IsReadable));
        Assert.Contains(DocumentMarks.NoPaper, file.Marks);
        Assert.Null(file.Thumbnail);
    }

    [Theory]
    [InlineData("OggS....OpusHead")]
    [InlineData("....ftypmp42....")]
    [InlineData("#!AMR\n....")]
    public async Task Sound_and_film_can_be_played_and_are_no_paper(string content)
    {
        var file = await check.CheckAsync(Encoding.Latin1.GetBytes(content), Stop);

        Assert.True(file.IsReadable);
        Assert.Equal([DocumentMarks.AsSent, DocumentMarks.Recording], file.Marks);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", true)]
    [InlineData("/Names << /EmbeddedFiles 3 0 R >> /AA << /O << /S /Launch /F (x) >> >>", true)]
    [InlineData("/OpenAction << /S /#4aava#53cript /JS#20 (app.alert(1)) >>", true)]
    [InlineData("/AA << /O << /S /Rendition /JS 12 0 R >> >>", true)]
    [InlineData("/AA << /O << /S /Rendition /JS\n<6162> >> >>", true)]
    [InlineData("/Packed (x/JS\u0001y/JS\u00e9/JS)", false)]
    [InlineData("/JSomething 1", false)]
    [InlineData("/JS1 (a)", false)]
    [InlineData("/JS#6Fmething 1", false)]
    [InlineData("(#4)", false)]
    public async Task An_active_pdf_is_marked(string extra, bool active)
    {
        var file = await check.CheckAsync(SamplePdfs.Of(extra), Stop);

        Assert.Equal(ContentTypes.Pdf, file.ContentType);
        Assert.Equal(active, file.Marks.Contains(DocumentMarks.Active));
        Assert.Contains(DocumentMarks.AsSent, file.Marks);
    }

    [Fact]
    public async Task A_pdf_that_claims_100000_pages_is_only_looked_at()
    {
        var file = await check.CheckAsync(SamplePdfs.Of("", pages: 100_000), Stop);

        Assert.Equal(ContentTypes.Pdf, file.ContentType);
    }

    [Fact]
    public async Task A_locked_pdf_is_marked()
    {
        NeedsPoppler();
        var file = await check.CheckAsync(SamplePdfs.Locked(), Stop);

        Assert.Contains(DocumentMarks.Locked, file.Marks);
        Assert.False(file.IsReadable);
    }

    private static void NeedsVips() =>
        Assert.SkipWhen(OutOfProcess.Find(PictureCheck.Shrinker) is null, "libvips-tools is not installed: pictures are kept as sent");

    private static void NeedsPoppler() =>
        Assert.SkipWhen(OutOfProcess.Find(PdfCheck.Describer) is null, "poppler-utils is not installed: a PDF's lock is not seen");
}
