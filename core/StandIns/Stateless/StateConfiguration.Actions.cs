using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null) =>
            Entry(Plain(entryAction, entryActionDescription));

        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null) =>
            Entry(Plain(entryAction, entryActionDescription));

        public StateConfiguration OnEntryAsync(Func<Task> entryAction, string? entryActionDescription = null) =>
            Entry(Waiting(entryAction, entryActionDescription));

        public StateConfiguration OnEntryAsync(Func<Transition, Task> entryAction, string? entryActionDescription = null) =>
            Entry(Waiting(entryAction, entryActionDescription));

        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string? entryActionDescription = null) =>
            Entry(Plain(entryAction, entryActionDescription) with { HasFrom = true, From = trigger });

        public StateConfiguration OnEntryFrom(TTrigger trigger, Action<Transition> entryAction, string? entryActionDescription = null) =>
            Entry(Plain(entryAction, entryActionDescription) with { HasFrom = true, From = trigger });

        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(Run(entryAction, entryActionDescription, (_, args) => entryAction((TArg0)args[0]!)) with { HasFrom = true, From = trigger.Trigger });
        }

        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(Run(entryAction, entryActionDescription, (_, args) => entryAction((TArg0)args[0]!, (TArg1)args[1]!)) with { HasFrom = true, From = trigger.Trigger });
        }

        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null) =>
            Exit(Plain(exitAction, exitActionDescription));

        public StateConfiguration OnExit(Action<Transition> exitAction, string? exitActionDescription = null) =>
            Exit(Plain(exitAction, exitActionDescription));

        public StateConfiguration OnExitAsync(Func<Task> exitAction, string? exitActionDescription = null) =>
            Exit(Waiting(exitAction, exitActionDescription));

        public StateConfiguration InternalTransition(TTrigger trigger, Action entryAction) =>
            Add(new(trigger, BehaviourKind.Internal) { Action = Plain(entryAction, null) });

        public StateConfiguration InternalTransition(TTrigger trigger, Action<Transition> internalAction) =>
            Add(new(trigger, BehaviourKind.Internal) { Action = Plain(internalAction, null) });

        public StateConfiguration InternalTransition<TArg0>(TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> internalAction)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new(trigger.Trigger, BehaviourKind.Internal)
            {
                Action = Run(internalAction, null, (transition, args) => internalAction((TArg0)args[0]!, transition)),
            });
        }

        public StateConfiguration InternalTransitionAsync(TTrigger trigger, Func<Task> internalAction) =>
            Add(new(trigger, BehaviourKind.Internal) { Action = Waiting(internalAction, null) });

        private StateConfiguration Entry(MachineAction action)
        {
            representation.Entry.Add(action);
            return this;
        }

        private StateConfiguration Exit(MachineAction action)
        {
            representation.Exit.Add(action);
            return this;
        }

        private static MachineAction Plain(Action action, string? description)
        {
            ArgumentNullException.ThrowIfNull(action);
            return Run(action, description, (_, _) => action());
        }

        private static MachineAction Plain(Action<Transition> action, string? description)
        {
            ArgumentNullException.ThrowIfNull(action);
            return Run(action, description, (transition, _) => action(transition));
        }

        private static MachineAction Waiting(Func<Task> action, string? description)
        {
            ArgumentNullException.ThrowIfNull(action);
            return new MachineAction((_, _) => action(), true, InvocationInfo.Of(action, description));
        }

        private static MachineAction Waiting(Func<Transition, Task> action, string? description)
        {
            ArgumentNullException.ThrowIfNull(action);
            return new MachineAction((transition, _) => action(transition), true, InvocationInfo.Of(action, description));
        }

        private static MachineAction Run(Delegate named, string? description, Action<Transition, object?[]> run) => new(
            (transition, args) =>
            {
                run(transition, args);
                return Task.CompletedTask;
            },
            false,
            InvocationInfo.Of(named, description));
    }
}
