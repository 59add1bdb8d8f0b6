namespace Puskesos.Core.Conversations;

/// <summary>What turns do for officers: call one, link one, and carry out what one orders by chat.</summary>
public sealed class OfficerDeeds(OfficerEffects effects, OfficerTakes takes)
{
    public OfficerEffects Effects { get; } = effects;

    public OfficerTakes Takes { get; } = takes;
}
