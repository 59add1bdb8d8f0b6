namespace Puskesos.Core.Conversations;

/// <summary>What was told so far.</summary>
public sealed record Draft;
