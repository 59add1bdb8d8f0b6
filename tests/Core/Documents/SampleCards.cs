using System.Diagnostics;

namespace Puskesos.Tests.Core.Documents;

/// <summary>Pictures laid out like an identity card, of people who do not exist, drawn with libvips.</summary>
public static class SampleCards
{
    /// <summary>A tool that draws letters is needed beside the reader itself.</summary>
    public static bool CanBeMade => File.Exists("/usr/bin/vips");

    /// <summary>A card as a PNG.</summary>
    public static byte[] Make(string nik, string name, string village)
    {
        var folder = Directory.CreateTempSubdirectory("puskesos-card-").FullName;
        var (print, card) = (Path.Combine(folder, "print.png"), Path.Combine(folder, "card.png"));
        Run("text", print, Text(nik, name, village), "--dpi", "200", "--spacing", "12");
        var (dark, page) = (Path.Combine(folder, "dark.png"), card);
        Run("invert", print, dark);
        Run("embed", dark, page, "60", "60", "1400", "900", "--extend", "white");
        var made = File.ReadAllBytes(card);
        Directory.Delete(folder, recursive: true);
        return made;
    }

    private static string Text(string nik, string name, string village) => $"""
        PROVINSI JAWA TENGAH
        KABUPATEN TEGAL
        NIK : {nik}
        Nama : {name}
        Tempat/Tgl Lahir : TEGAL, 17-08-1985
        Jenis Kelamin : LAKI-LAKI
        Alamat : JL MAWAR NO 4
        RT/RW : 003/001
        Kel/Desa : {village}
        Kecamatan : SURADADI
        Agama : ISLAM
        """;

    private static void Run(params string[] arguments)
    {
        using var vips = Process.Start("/usr/bin/vips", arguments);
        vips.WaitForExit();
        Assert.Equal(0, vips.ExitCode);
    }
}
