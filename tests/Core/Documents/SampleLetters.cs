using System.IO.Compression;
using System.Text;

namespace Puskesos.Tests.Core.Documents;

/// <summary>What people send when they should send a photo: letters of word processors, tables, archives, films.</summary>
public static class SampleLetters
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>A letter or table as an office program packs it; the words make each a file of its own.</summary>
    public static byte[] Packed(string words = "surat")
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("word/document.xml").Open()) entry.Write(Encoding.UTF8.GetBytes($"<w:document>{words}</w:document>"));
        return packed.ToArray();
    }

    /// <summary>50 MB of nothing in a few kilobytes, as a word processor's file.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            for (var megabyte = 0; megabyte < 50; megabyte++) entry.Write(new byte[Megabyte]);
        }

        return packed.ToArray();
    }

    /// <summary>The older letters, with programs or without: an OLE file.</summary>
    public static byte[] Old() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    /// <summary>A film as phones take it.</summary>
    public static byte[] Film(string words = "film") => [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0, .. "isommp42"u8, .. Encoding.UTF8.GetBytes(words)];
}
