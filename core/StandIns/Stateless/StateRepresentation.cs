using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private enum BehaviourKind { Move, Reentry, Ignore, Internal, Dynamic }

    private sealed record Guard(Func<object?[], bool> IsMet, InvocationInfo Info);

    /// <summary>What one trigger does in one state.</summary>
    private sealed record Behaviour(TTrigger Trigger, BehaviourKind Kind, Guard? Guard = null)
    {
        public TState? Destination { get; init; }

        public Func<object?[], Task<TState>>? Select { get; init; }

        public bool SelectIsAsync { get; init; }

        public InvocationInfo? SelectInfo { get; init; }

        public DynamicStateInfos? PossibleDestinations { get; init; }

        public MachineAction? Action { get; init; }

        public bool IsOpen(object?[] args) => Guard is null || Guard.IsMet(args);
    }

    /// <summary>An action bound to a state; with <see cref="From"/> it runs only when that trigger led here.</summary>
    private sealed record MachineAction(Func<Transition, object?[], Task> Run, bool IsAsync, InvocationInfo Info)
    {
        public bool HasFrom { get; init; }

        public TTrigger? From { get; init; }
    }

    private sealed class StateRepresentation(TState state)
    {
        public TState State { get; } = state;

        public StateRepresentation? Superstate { get; set; }

        public List<StateRepresentation> Substates { get; } = [];

        public List<Behaviour> Behaviours { get; } = [];

        public List<MachineAction> Entry { get; } = [];

        public List<MachineAction> Exit { get; } = [];

        /// <summary>The state itself or one of its substates, however deep.</summary>
        public bool Includes(TState other) => Same(State, other) || Substates.Any(sub => sub.Includes(other));

        public bool IsIncludedIn(TState other) => Same(State, other) || Superstate?.IsIncludedIn(other) == true;

        /// <summary>The open behaviour for the trigger here, else in the superstate. Two open ones in one state are a mistake.</summary>
        public Behaviour? Find(TTrigger trigger, object?[] args, ICollection<string> unmetGuards)
        {
            var here = Behaviours.Where(b => Same(b.Trigger, trigger)).ToList();
            var open = here.Where(b => b.IsOpen(args)).ToList();
            if (open.Count > 1)
            {
                throw new InvalidOperationException(
                    $"Multiple permitted exit transitions are configured from state '{State}' for trigger '{trigger}'. Guard clauses must be mutually exclusive.");
            }

            if (open.Count == 1)
                return open[0];
            foreach (var closed in here)
                unmetGuards.Add(closed.Guard!.Info.Description);
            return Superstate?.Find(trigger, args, unmetGuards);
        }

        public IEnumerable<TTrigger> PermittedTriggers(object?[] args)
        {
            var here = Behaviours.Where(b => b.IsOpen(args)).Select(b => b.Trigger);
            return Superstate is null ? here.Distinct() : here.Concat(Superstate.PermittedTriggers(args)).Distinct();
        }

        private static bool Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
    }
}
