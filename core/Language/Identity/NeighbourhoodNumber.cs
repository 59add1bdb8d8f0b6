namespace Puskesos.Core.Language.Identity;

/// <summary>RT and RW, the two neighbourhood numbers of an Indonesian address; either may be missing.</summary>
/// <param name="Rt">Number of the smaller neighbourhood.</param>
/// <param name="Rw">Number of the larger one.</param>
/// <param name="Start">First UTF-16 unit in the message.</param>
/// <param name="End">Last UTF-16 unit (inclusive).</param>
public sealed record NeighbourhoodNumber(int? Rt, int? Rw, int Start, int End);
