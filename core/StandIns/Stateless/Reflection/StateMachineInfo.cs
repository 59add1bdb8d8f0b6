namespace Stateless.Reflection;

/// <summary>A description of a whole machine, made for drawing it and for checking it in tests.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(StateInfo initialState, IEnumerable<StateInfo> states, Type stateType, Type triggerType) =>
        (InitialState, States, StateType, TriggerType) = (initialState, states, stateType, triggerType);

    public StateInfo InitialState { get; }

    public IEnumerable<StateInfo> States { get; }

    public Type StateType { get; }

    public Type TriggerType { get; }
}

/// <summary>A description of one state.</summary>
public class StateInfo
{
    internal StateInfo(object underlyingState) => UnderlyingState = underlyingState;

    public object UnderlyingState { get; }

    public StateInfo? Superstate { get; internal set; }

    public IEnumerable<StateInfo> Substates { get; internal set; } = [];

    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; internal set; } = [];

    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; internal set; } = [];

    public IEnumerable<TransitionInfo> Transitions => FixedTransitions.Concat<TransitionInfo>(DynamicTransitions);

    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; internal set; } = [];

    public override string ToString() => UnderlyingState.ToString() ?? "";
}

/// <summary>A description of one trigger.</summary>
public class TriggerInfo
{
    internal TriggerInfo(object underlyingTrigger) => UnderlyingTrigger = underlyingTrigger;

    public object UnderlyingTrigger { get; }

    public override string ToString() => UnderlyingTrigger.ToString() ?? "";
}

/// <summary>A description of one way out of a state.</summary>
public abstract class TransitionInfo
{
    public TriggerInfo Trigger { get; protected internal set; } = null!;

    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions { get; internal set; } = [];

    public bool IsInternalTransition { get; protected internal set; }
}

/// <summary>A way out whose end is known beforehand.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(StateInfo destinationState) => DestinationState = destinationState;

    public StateInfo DestinationState { get; }
}

/// <summary>A way out whose end is chosen when the trigger fires.</summary>
public class DynamicTransitionInfo : TransitionInfo
{
    public InvocationInfo DestinationStateSelectorDescription { get; internal set; } = null!;

    public DynamicStateInfos? PossibleDestinationStates { get; internal set; }
}

/// <summary>A trigger that is swallowed.</summary>
public class IgnoredTransitionInfo : TransitionInfo;

/// <summary>One possible end of a dynamic way and when it is chosen.</summary>
public class DynamicStateInfo(string destinationState, string criterion)
{
    public string DestinationState { get; set; } = destinationState;

    public string Criterion { get; set; } = criterion;
}

/// <summary>The possible ends of a dynamic way, named for drawing.</summary>
public class DynamicStateInfos : List<DynamicStateInfo>
{
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    public void Add<TState>(TState destinationState, string criterion) =>
        Add(new DynamicStateInfo(destinationState?.ToString() ?? "", criterion));
}
