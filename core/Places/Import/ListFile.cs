using System.IO.Compression;

namespace Puskesos.Core.Places.Import;

/// <summary>Opens a list as it was downloaded: plain or packed with gzip, told by its first two bytes.</summary>
public static class ListFile
{
    private const int Buffer = 1 << 16;

    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);
        var packed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    public static TextReader OpenText(string path) => new StreamReader(Open(path), bufferSize: Buffer);
}
