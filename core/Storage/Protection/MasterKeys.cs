using System.Security.Cryptography;
using System.Text.Json;

namespace Puskesos.Core.Storage.Protection;

/// <summary>The master keys of this installation, read from one file that lies outside the database (setting <c>Keys:Path</c>, mode 0600).</summary>
public sealed class MasterKeys
{
    /// <summary>Length of a key in bytes: AES-256.</summary>
    public const int KeyBytes = 32;

    private readonly string? path;
    private volatile Dictionary<byte, byte[]> keys;

    private MasterKeys(Dictionary<byte, byte[]> keys, string? path)
    {
        (this.keys, this.path) = (keys, path);
        ActiveId = keys.Keys.Max();
    }

    /// <summary>The key that new values are encrypted with: the newest when this process started.</summary>
    public byte ActiveId { get; }

    /// <summary>
    /// The key with this number; throws <see cref="CryptographicException"/> when the file lacks it. A key that was added while this
    /// process runs is found: another process may seal with it already.
    /// </summary>
    public byte[] this[byte id]
    {
        get
        {
            if (!keys.ContainsKey(id) && path is not null) keys = Read(path);
            return keys.TryGetValue(id, out var key) ? key : throw new CryptographicException($"The key file has no key number {id}.");
        }
    }

    /// <summary>The first key ever made; blind indexes stay on it, so that equal values stay equal after a rotation.</summary>
    public byte[] First => keys[keys.Keys.Min()];

    /// <summary>Reads the key file, or makes it with one new key when it does not exist.</summary>
    public static MasterKeys Open(string path)
    {
        if (!File.Exists(path)) Write(path, new() { [1] = RandomNumberGenerator.GetBytes(KeyBytes) }, overwrite: false);
        return new MasterKeys(Read(path), path);
    }

    /// <summary>Adds a new key to the file and gives its number; those before stay, to open what they sealed.</summary>
    public static byte Add(string path)
    {
        var known = Open(path).keys;
        var id = checked((byte)(known.Keys.Max() + 1));
        Write(path, new(known) { [id] = RandomNumberGenerator.GetBytes(KeyBytes) }, overwrite: true);
        return id;
    }

    /// <summary>Keys for a test or a one-off tool: fresh, in memory only.</summary>
    public static MasterKeys InMemory() => new(new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyBytes) }, null);

    private static Dictionary<byte, byte[]> Read(string path)
    {
        var stored = JsonSerializer.Deserialize<Dictionary<byte, string>>(File.ReadAllText(path));
        if (stored is not { Count: > 0 }) throw new InvalidOperationException("Keys:Path names a file without a key.");
        var keys = stored.ToDictionary(pair => pair.Key, pair => Convert.FromBase64String(pair.Value));
        return keys.Values.All(key => key.Length == KeyBytes) ? keys : throw new InvalidOperationException($"Every key in Keys:Path must have {KeyBytes} bytes.");
    }

    private static void Write(string path, Dictionary<byte, byte[]> keys, bool overwrite)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, keys.ToDictionary(pair => pair.Key, pair => Convert.ToBase64String(pair.Value)));
            file.Flush(flushToDisk: true);
        }

        try
        {
            // Two processes may start at once: the first file wins, the other draft is thrown away.
            File.Move(draft, path, overwrite);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
