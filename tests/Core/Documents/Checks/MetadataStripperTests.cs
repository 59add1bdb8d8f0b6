using System.Buffers.Binary;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Tests.Core.Documents.Checks;

public sealed class MetadataStripperTests
{
    /// <summary>EXIF with orientation 6 and a GPS directory, big-endian; the place is the word SECRET.</summary>
    private static readonly byte[] Exif =
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, .. "SECRET"u8,
    ];

    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 4, 1, 1, 10, 20, 0xFF, 0x00, 30, 0xFF, 0xD0, 40];

    [Fact]
    public void A_jpeg_keeps_its_picture_and_which_side_is_up()
    {
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8]), .. Segment(0xE1, Exif), .. Segment(0xDB, [1, 2, 3]), .. Segment(0xED, [.. "SECRET iptc"u8]), .. Segment(0xFE, [.. "SECRET"u8]), .. Scan, 0xFF, 0xD9, .. "SECRET behind the end"u8];

        var stripped = MetadataStripper.Strip(jpeg, ContentTypes.Jpeg)!;

        Assert.Equal(-1, stripped.AsSpan().IndexOf("SECRET"u8));
        Assert.True(stripped.AsSpan().IndexOf("JFIF"u8) > 0);
        Assert.True(stripped.AsSpan().IndexOf(Scan) > 0);
        Assert.Equal([0xFF, 0xD9], stripped[^2..]);
        byte[] side = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6];
        Assert.True(stripped.AsSpan().IndexOf(side) > 0);
    }

    [Fact]
    public void A_progressive_jpeg_keeps_all_its_scans()
    {
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xC2, [1]), .. Scan, .. Segment(0xC4, [7]), .. Scan, .. Segment(0xE1, [.. "SECRET"u8]), .. Scan, 0xFF, 0xD9];

        var stripped = MetadataStripper.Strip(jpeg, ContentTypes.Jpeg)!;

        byte[] expected = [0xFF, 0xD8, .. Segment(0xC2, [1]), .. Scan, .. Segment(0xC4, [7]), .. Scan, .. Scan, 0xFF, 0xD9];
        Assert.Equal(expected, stripped);
    }

    [Fact]
    public void A_png_loses_its_words_and_exif()
    {
        var png = SamplePictures.Png(8, 8, (_, _) => 100, ("tEXt", [.. "Comment\0SECRET"u8]), ("eXIf", Exif[6..]), ("iTXt", [.. "SECRET"u8]), ("caBX", [.. "SECRET"u8]));

        var stripped = MetadataStripper.Strip(png, ContentTypes.Png)!;

        Assert.Equal(SamplePictures.Png(8, 8, (_, _) => 100), stripped);
    }

    [Fact]
    public void A_webp_loses_exif_and_xmp_and_stays_whole()
    {
        byte[] body = [.. Webp("VP8X", [0b0000_1100, 0, 0, 0, 7, 0, 0, 7, 0, 0]), .. Webp("VP8L", [1, 2, 3]), .. Webp("EXIF", [.. "SECRET"u8]), .. Webp("XMP ", [.. "SECRET!"u8]), .. Webp("MINE", [.. "SECRET"u8])];
        byte[] webp = [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length + 4), .. "WEBP"u8, .. body, .. Webp("VP8 ", [.. "SECRET behind the end"u8])];

        var stripped = MetadataStripper.Strip(webp, ContentTypes.Webp)!;

        Assert.Equal(-1, stripped.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(stripped.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(stripped.AsSpan(4)));
        Assert.Equal(0, stripped[20]);
        Assert.True(stripped.AsSpan().IndexOf("VP8L"u8) > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_heic_loses_exif_and_xmp_and_keeps_every_byte_in_its_place(int version)
    {
        var heic = Heic((byte)version);

        var stripped = MetadataStripper.Strip(heic, ContentTypes.Heic)!;

        Assert.True(heic.AsSpan().IndexOf("SECRET"u8) > 0);
        Assert.Equal(-1, stripped.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(heic.AsSpan().IndexOf("PICTURE"u8), stripped.AsSpan().IndexOf("PICTURE"u8));
        Assert.Equal(heic.Length, stripped.Length);
    }

    [Fact]
    public void A_heic_that_names_one_stretch_again_and_again_is_refused()
    {
        var heic = Heic(0, times: 2000);

        Assert.Null(MetadataStripper.Strip(heic, ContentTypes.Heic));
    }

    [Fact]
    public void A_gif_keeps_its_pictures_and_how_often_they_begin_anew_and_nothing_else()
    {
        byte[] loop = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0];
        byte[] control = [0x21, 0xF9, 4, 0, 10, 0, 0, 0];
        byte[] picture = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 0, 0, 0, 255, 255, 255, 2, 2, 0x44, 1, 0];
        byte[] start = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0];
        byte[] comment = [0x21, 0xFE, 6, .. "SECRET"u8, 3, .. "GPS"u8, 0];
        byte[] words = [0x21, 0x01, 12, .. new byte[12], 6, .. "SECRET"u8, 0];
        byte[] xmp = [0x21, 0xFF, 11, .. "XMP DataXMP"u8, 6, .. "SECRET"u8, 0];
        byte[] hidden = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 6, .. "SECRET"u8, 0];
        byte[] gif = [.. start, .. loop, .. comment, .. xmp, .. hidden, .. control, .. picture, .. words, .. control, .. picture, 0x3B, .. "SECRET behind the end"u8];

        var stripped = MetadataStripper.Strip(gif, ContentTypes.Gif);

        byte[] expected = [.. start, .. loop, .. control, .. picture, .. control, .. picture, 0x3B];
        Assert.Equal(expected, stripped);
    }

    [Theory]
    [InlineData(0x21, 0xFE, 200)]
    [InlineData(0x2C, 0, 0)]
    [InlineData(0x99, 0, 0)]
    public void A_gif_that_ends_within_a_block_or_has_one_of_no_kind_is_refused(int mark, int kind, int length)
    {
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, (byte)mark, (byte)kind, (byte)length, 1, 2];

        Assert.Null(MetadataStripper.Strip(gif, ContentTypes.Gif));
    }

    [Fact]
    public void Nothing_that_comes_in_breaks_it()
    {
        var random = new Random(7);
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xE1, Exif), .. Segment(0xDB, [1, 2, 3]), .. Scan, 0xFF, 0xD9];
        var samples = new[] { (jpeg, ContentTypes.Jpeg), (SamplePictures.Png(8, 8, (_, _) => 1), ContentTypes.Png), (Heic(1), ContentTypes.Heic), (Gif(), ContentTypes.Gif) };
        var refused = 0;

        foreach (var (sample, type) in samples)
        {
            for (var round = 0; round < 3000; round++)
            {
                var broken = sample[..random.Next(2, sample.Length + 1)].ToArray();
                for (var hit = 0; hit < 3; hit++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
                var stripped = MetadataStripper.Strip(broken, type);
                if (stripped is null) refused++;
                else Assert.InRange(stripped.Length, 0, broken.Length + 64);
            }
        }

        Assert.InRange(refused, 1, 12_000);
    }

    private static byte[] Gif() =>
        [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x21, 0xFE, 6, .. "SECRET"u8, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    /// <summary>A HEIF file with a picture, an Exif and an XMP item behind each other; the metadata say SECRET.</summary>
    private static byte[] Heic(byte version, int times = 1)
    {
        byte[] Entry(byte id, string type) => Box("infe", [2, 0, 0, 0, 0, id, 0, 0, .. type.Select(letter => (byte)letter), 0]);
        byte[] ftyp = Box("ftyp", [.. "heic"u8, 0, 0, 0, 0, .. "mif1"u8]);
        byte[] Meta(int mdat)
        {
            byte[] Id(byte id) => version == 2 ? [0, 0, 0, id] : [0, id];
            byte[] Place(byte id, int at, int length, int extents) =>
                [.. Id(id), .. version > 0 ? new byte[2] : [], 0, 0, (byte)(extents >> 8), (byte)extents, .. Enumerable.Range(0, extents).SelectMany(_ => Number(mdat + at).Concat(Number(length)))];
            byte[] places = [version, 0, 0, 0, 0x44, 0, .. Id(3), .. Place(1, 0, 7, 1), .. Place(2, 7, 10, times), .. Place(3, 17, 7, 1)];
            return Box("meta", [0, 0, 0, 0, .. Box("iinf", [0, 0, 0, 0, 0, 3, .. Entry(1, "hvc1"), .. Entry(2, "Exif"), .. Entry(3, "mime")]), .. Box("iloc", places)]);
        }

        var start = ftyp.Length + Meta(0).Length + 8;
        return [.. ftyp, .. Meta(start), .. Box("mdat", [.. "PICTURE"u8, 0, 0, 0, 0, .. "SECRET"u8, .. "SECRET!"u8]), .. Box("uuid", [.. new byte[16], .. "SECRET"u8])];
    }

    private static byte[] Box(string name, byte[] body) => [.. Number(body.Length + 8), .. name.Select(letter => (byte)letter), .. body];

    private static byte[] Number(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Webp(string name, byte[] body) =>
        [.. name.Select(letter => (byte)letter), .. BitConverter.GetBytes(body.Length), .. body, .. new byte[body.Length % 2]];
}
