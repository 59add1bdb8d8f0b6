using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The arrows of a machine: what both drawings have in common.</summary>
internal sealed class StateGraph
{
    public StateGraph(StateMachineInfo info)
    {
        States = [.. info.States];
        Initial = info.InitialState.ToString();
        foreach (var state in States)
        {
            var name = state.ToString();
            foreach (var fixedWay in state.FixedTransitions)
                Arrows.Add((name, fixedWay.DestinationState.ToString(), Label(fixedWay)));
            foreach (var ignored in state.IgnoredTriggers)
                Arrows.Add((name, name, Label(ignored)));
            foreach (var dynamicWay in state.DynamicTransitions)
            {
                var decision = $"Decision{Decisions.Count + 1}";
                Decisions.Add((decision, dynamicWay.DestinationStateSelectorDescription.Description));
                Arrows.Add((name, decision, Label(dynamicWay)));
                foreach (var possible in dynamicWay.PossibleDestinationStates ?? [])
                    Arrows.Add((decision, possible.DestinationState, $"{dynamicWay.Trigger} [{possible.Criterion}]"));
            }
        }
    }

    public IReadOnlyList<StateInfo> States { get; }

    public string Initial { get; }

    public List<(string Name, string Description)> Decisions { get; } = [];

    public List<(string From, string To, string Label)> Arrows { get; } = [];

    private static string Label(TransitionInfo way) =>
        string.Concat([way.Trigger.ToString(), .. way.GuardConditionsMethodDescriptions.Select(guard => $" [{guard.Description}]")]);
}
