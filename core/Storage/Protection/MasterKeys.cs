using System.Security.Cryptography;
using System.Text.Json;

namespace Puskesos.Core.Storage.Protection;

/// <summary>The master keys of this installation, read from one file that lies outside the database (setting <c>Keys:Path</c>, mode 0600).</summary>
public sealed class MasterKeys
{
    /// <summary>Length of a key in bytes: AES-256.</summary>
    public const int KeyBytes = 32;

    private readonly Dictionary<byte, byte[]> keys;

    private MasterKeys(Dictionary<byte, byte[]> keys)
    {
        this.keys = keys;
        ActiveId = keys.Keys.Max();
    }

    /// <summary>The key that new values are encrypted with: the newest.</summary>
    public byte ActiveId { get; }

    /// <summary>The key with this number; throws <see cref="CryptographicException"/> when the file lacks it.</summary>
    public byte[] this[byte id] =>
        keys.TryGetValue(id, out var key) ? key : throw new CryptographicException($"The key file has no key number {id}.");

    /// <summary>The first key ever made; blind indexes stay on it, so that equal values stay equal after a rotation.</summary>
    public byte[] First => keys[keys.Keys.Min()];

    /// <summary>Reads the key file, or makes it with one new key when it does not exist.</summary>
    public static MasterKeys Open(string path)
    {
        if (!File.Exists(path)) Create(path);
        var stored = JsonSerializer.Deserialize<Dictionary<byte, string>>(File.ReadAllText(path));
        if (stored is not { Count: > 0 }) throw new InvalidOperationException("Keys:Path names a file without a key.");
        var keys = stored.ToDictionary(pair => pair.Key, pair => Convert.FromBase64String(pair.Value));
        if (keys.Values.Any(key => key.Length != KeyBytes)) throw new InvalidOperationException($"Every key in Keys:Path must have {KeyBytes} bytes.");
        return new MasterKeys(keys);
    }

    /// <summary>Keys for a test or a one-off tool: fresh, in memory only.</summary>
    public static MasterKeys InMemory() => new(new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyBytes) });

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var first = new Dictionary<byte, string> { [1] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) };
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options)) JsonSerializer.Serialize(file, first);
        try
        {
            // Two processes may start at once: the first file wins, the other draft is thrown away.
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
