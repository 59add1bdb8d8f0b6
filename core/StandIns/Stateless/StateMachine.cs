using Stateless.Reflection;

namespace Stateless;

/// <summary>Whether a trigger fired inside an action is run at once or after the current move.</summary>
public enum FiringMode
{
    Immediate,
    Queued,
}

/// <summary>A state machine: states are configured once, then triggers move it.</summary>
public partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateRepresentation> representations = [];
    private readonly Dictionary<TTrigger, TriggerWithParameters> typedTriggers = [];
    private readonly Func<TState> read;
    private readonly Action<TState> write;
    private readonly FiringMode firingMode;
    private readonly TState initialState;

    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        (read, write, this.firingMode, initialState) = (stateAccessor, stateMutator, firingMode, stateAccessor());
    }

    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
        : this(stateAccessor, stateMutator, FiringMode.Queued)
    {
    }

    public StateMachine(TState initialState, FiringMode firingMode)
    {
        var current = initialState;
        (read, write, this.firingMode, this.initialState) = (() => current, state => current = state, firingMode, initialState);
    }

    public StateMachine(TState initialState)
        : this(initialState, FiringMode.Queued)
    {
    }

    public TState State => read();

    public StateConfiguration Configure(TState state) => new(this, Representation(state));

    public bool IsInState(TState state) => Current.IsIncludedIn(state);

    public bool CanFire(TTrigger trigger) => Current.Find(trigger, [], []) is not null;

    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Current.Find(trigger.Trigger, [arg0], []) is not null;
    }

    public bool CanFire(TTrigger trigger, out ICollection<string> unmetGuards)
    {
        unmetGuards = [];
        return Current.Find(trigger, [], unmetGuards) is not null;
    }

    public Task<IEnumerable<TTrigger>> GetPermittedTriggersAsync(params object[] args) =>
        Task.FromResult(Current.PermittedTriggers(args));

    public TriggerWithParameters<TArg0> SetTriggerParameters<TArg0>(TTrigger trigger) => Keep(new TriggerWithParameters<TArg0>(trigger));

    public TriggerWithParameters<TArg0, TArg1> SetTriggerParameters<TArg0, TArg1>(TTrigger trigger) =>
        Keep(new TriggerWithParameters<TArg0, TArg1>(trigger));

    public StateMachineInfo GetInfo() => InfoBuilder.Build(this);

    private StateRepresentation Current => Representation(State);

    private StateRepresentation Representation(TState state)
    {
        if (!representations.TryGetValue(state, out var found))
            representations[state] = found = new StateRepresentation(state);
        return found;
    }

    private TTyped Keep<TTyped>(TTyped typed)
        where TTyped : TriggerWithParameters
    {
        if (!typedTriggers.TryAdd(typed.Trigger, typed))
            throw new InvalidOperationException($"Parameters for the trigger '{typed.Trigger}' have already been configured.");
        return typed;
    }
}
