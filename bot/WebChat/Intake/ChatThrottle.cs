using System.Net;
using System.Threading.RateLimiting;

namespace Puskesos.Bot.WebChat.Intake;

/// <summary>Keeps one browser or one network address from flooding the service.</summary>
public sealed class ChatThrottle : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<string> persons = PerKey(WebChatLimits.PersonMessages);
    private readonly PartitionedRateLimiter<string> senders = PerKey(WebChatLimits.AddressMessages);
    private readonly PartitionedRateLimiter<string> lookers = PerKey(WebChatLimits.AddressLooks);

    /// <summary>True when this person may send one more message now.</summary>
    public bool MaySend(string person) => Take(persons, person);

    /// <summary>True when this address may send one more message now; asked before its body is read.</summary>
    public bool MaySend(IPAddress? address) => Take(senders, KeyOf(address));

    /// <summary>True when this address may look at the page once more now.</summary>
    public bool MayLook(IPAddress? address) => Take(lookers, KeyOf(address));

    public void Dispose()
    {
        persons.Dispose();
        senders.Dispose();
        lookers.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    /// <summary>An IPv6 household has a whole /64.</summary>
    private static string KeyOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }

    private static PartitionedRateLimiter<string> PerKey(int perMinute) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(perMinute / 60, 1),
            ReplenishmentPeriod = Window / 60,
            QueueLimit = 0,
        }));
}
