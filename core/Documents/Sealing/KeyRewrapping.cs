using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Sealing;

/// <summary>After a new master key was made: every file's own key is sealed with it. The files themselves are not touched.</summary>
public sealed class KeyRewrapping(BotDbContext database, FieldCipher cipher)
{
    private const int AtOnce = 500;

    /// <summary>Seals the keys of all files anew that an older master key sealed; gives how many. Can be broken off and begun again, and runs beside the service.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (count, last) = (0, 0L);
        while (true)
        {
            var rows = await database.Documents.AsNoTracking().Where(row => row.Id > last && row.WrappedKey != null).OrderBy(row => row.Id).Take(AtOnce)
                .Select(row => new { row.Id, Key = row.WrappedKey! }).ToListAsync(cancellationToken);
            if (rows.Count == 0) return count;
            foreach (var row in rows.Where(row => cipher.IsOfOlderKey(row.Key)))
            {
                var anew = cipher.Seal(cipher.Open(row.Key));
                // Erased meanwhile: nothing is left to seal.
                count += await database.Documents.Where(found => found.Id == row.Id && found.WrappedKey == row.Key)
                    .ExecuteUpdateAsync(set => set.SetProperty(found => found.WrappedKey, anew), cancellationToken);
            }

            last = rows[^1].Id;
        }
    }
}
