namespace Puskesos.Core.Cases.Ppks;

/// <summary>The 26 kinds of people who need social welfare, PPKS (Permensos 8/2012, DOMAIN §4.4). Their labels are for officers and never shown to a resident.</summary>
public static class PpksKinds
{
    /// <summary>The kinds are numbered 1 to this.</summary>
    public const int Last = 26;

    /// <summary>The ninth kind: people with a disability.</summary>
    public const int Disabled = 9;

    /// <summary>Children in need of protection (1 to 7), trafficking and violence: always S1.</summary>
    private static readonly HashSet<int> Secret = [1, 2, 3, 4, 5, 6, 7, 18, 19];

    private static readonly HashSet<int> Confidential = [10, 14, 15, 16, 17, 20, 25];

    /// <summary>Whether there is such a kind.</summary>
    public static bool IsKind(int kind) => kind is >= 1 and <= Last;

    /// <summary>How closely a case of this kind is kept at least.</summary>
    public static Secrecy LeastSecrecy(int kind) => Secret.Contains(kind) ? Secrecy.Secret : Confidential.Contains(kind) ? Secrecy.Confidential : Secrecy.Ordinary;
}
