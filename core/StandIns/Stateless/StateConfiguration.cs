using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The configuration of one state: where each trigger leads and what happens on the way in and out.</summary>
    public partial class StateConfiguration
    {
        private readonly StateRepresentation representation;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, object representation)
        {
            Machine = machine;
            this.representation = (StateRepresentation)representation;
        }

        public TState State => representation.State;

        public StateMachine<TState, TTrigger> Machine { get; }

        public StateConfiguration Permit(TTrigger trigger, TState destinationState) =>
            Add(new(trigger, BehaviourKind.Move) { Destination = NotSelf(destinationState) });

        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            Add(new(trigger, BehaviourKind.Move, Guarded(guard, guardDescription)) { Destination = NotSelf(destinationState) });

        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, Func<TArg0, bool> guard, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(guard);
            var described = new Guard(args => args.Length > 0 && guard((TArg0)args[0]!), InvocationInfo.Of(guard, guardDescription));
            return Add(new(trigger.Trigger, BehaviourKind.Move, described) { Destination = NotSelf(destinationState) });
        }

        public StateConfiguration PermitReentry(TTrigger trigger) => Add(new(trigger, BehaviourKind.Reentry) { Destination = State });

        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new(trigger, BehaviourKind.Reentry, Guarded(guard, guardDescription)) { Destination = State });

        public StateConfiguration Ignore(TTrigger trigger) => Add(new(trigger, BehaviourKind.Ignore));

        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new(trigger, BehaviourKind.Ignore, Guarded(guard, guardDescription)));

        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return Add(new(trigger, BehaviourKind.Dynamic)
            {
                Select = _ => Task.FromResult(destinationStateSelector()),
                SelectInfo = InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                PossibleDestinations = possibleDestinationStates,
            });
        }

        public StateConfiguration PermitDynamic<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return Add(new(trigger.Trigger, BehaviourKind.Dynamic)
            {
                Select = args => Task.FromResult(destinationStateSelector((TArg0)args[0]!)),
                SelectInfo = InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                PossibleDestinations = possibleDestinationStates,
            });
        }

        public StateConfiguration PermitDynamicAsync(
            TTrigger trigger,
            Func<Task<TState>> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return Add(new(trigger, BehaviourKind.Dynamic)
            {
                Select = _ => destinationStateSelector(),
                SelectIsAsync = true,
                SelectInfo = InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                PossibleDestinations = possibleDestinationStates,
            });
        }

        /// <summary>Makes this state part of another: what is not configured here is looked up there.</summary>
        public StateConfiguration SubstateOf(TState superstate)
        {
            var above = Machine.Representation(superstate);
            if (above.IsIncludedIn(State))
                throw new ArgumentException($"Configuring '{State}' as a substate of '{superstate}' creates an illegal cyclic configuration.", nameof(superstate));
            representation.Superstate = above;
            above.Substates.Add(representation);
            return this;
        }

        private StateConfiguration Add(Behaviour behaviour)
        {
            representation.Behaviours.Add(behaviour);
            return this;
        }

        private static Guard Guarded(Func<bool> guard, string? description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return new Guard(_ => guard(), InvocationInfo.Of(guard, description));
        }

        private TState NotSelf(TState destination) =>
            !EqualityComparer<TState>.Default.Equals(destination, State)
                ? destination
                : throw new ArgumentException(
                    "Permit() (and PermitIf()) require that the destination state is not equal to the source state. Use Ignore() or PermitReentry().",
                    nameof(destination));
    }
}
