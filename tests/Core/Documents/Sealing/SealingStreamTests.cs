using System.Security.Cryptography;
using Puskesos.Core.Documents.Sealing;

namespace Puskesos.Tests.Core.Documents.Sealing;

public sealed class SealingStreamTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(1_000_003)]
    public async Task What_goes_in_comes_out(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);

        var box = await SealAsync(plain);

        Assert.Equal(plain, await OpenAsync(box, key));
    }

    [Fact]
    public async Task A_changed_byte_anywhere_is_found()
    {
        var box = await SealAsync(RandomNumberGenerator.GetBytes(70_000));
        foreach (var at in new[] { 0, 3, 4, 100, 65_540, 65_556, box.Length - 1 })
        {
            var changed = box.ToArray();
            changed[at] ^= 1;

            await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(changed, key));
        }
    }

    [Fact]
    public async Task A_cut_or_reordered_file_is_found()
    {
        var box = await SealAsync(RandomNumberGenerator.GetBytes(3 * 65_536));
        var chunk = 65_536 + 20;
        byte[] swapped = [.. box[chunk..(2 * chunk)], .. box[..chunk], .. box[(2 * chunk)..]];

        foreach (var broken in new[] { [], box[..2], box[..chunk], box[..(2 * chunk)], box[..^1], swapped })
            await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(broken, key));
    }

    [Fact]
    public async Task Another_key_opens_nothing()
    {
        var box = await SealAsync([1, 2, 3]);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(box, RandomNumberGenerator.GetBytes(32)));
    }

    private async Task<byte[]> SealAsync(byte[] plain)
    {
        using var box = new MemoryStream();
        await using var sealing = new SealingStream(box, key);
        foreach (var part in plain.Chunk(10_007)) await sealing.WriteAsync(part, Stop);
        await sealing.FinishAsync(Stop);
        return box.ToArray();
    }

    private static async Task<byte[]> OpenAsync(byte[] box, byte[] key)
    {
        await using var opening = new OpeningStream(new MemoryStream(box), key);
        using var plain = new MemoryStream();
        await opening.CopyToAsync(plain, Stop);
        return plain.ToArray();
    }
}
