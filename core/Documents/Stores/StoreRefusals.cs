namespace Puskesos.Core.Documents.Stores;

/// <summary>How a store says that it is away, full or will not: whoever asked tries again later.</summary>
public static class StoreRefusals
{
    /// <summary>True for what a store throws then; the disk knows two ways of refusing.</summary>
    public static bool Is(Exception refused) => refused is IOException or UnauthorizedAccessException;
}
