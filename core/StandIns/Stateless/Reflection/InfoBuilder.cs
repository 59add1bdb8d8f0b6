using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private static class InfoBuilder
    {
        public static StateMachineInfo Build(StateMachine<TState, TTrigger> machine)
        {
            var infos = new Dictionary<TState, StateInfo>();
            StateInfo Of(TState state) => infos.TryGetValue(state, out var known) ? known : infos[state] = new StateInfo(state);

            Of(machine.initialState);
            foreach (var state in machine.representations.Values.ToList())
            {
                var info = Of(state.State);
                info.Superstate = state.Superstate is { } above ? Of(above.State) : null;
                info.Substates = state.Substates.Select(sub => Of(sub.State)).ToList();
                info.FixedTransitions = state.Behaviours.Where(b => b.Kind is BehaviourKind.Move or BehaviourKind.Reentry or BehaviourKind.Internal)
                    .Select(b => Fill(b, new FixedTransitionInfo(Of(b.Kind == BehaviourKind.Internal ? state.State : b.Destination!)))).ToList();
                info.DynamicTransitions = state.Behaviours.Where(b => b.Kind == BehaviourKind.Dynamic).Select(b => Fill(b, new DynamicTransitionInfo
                {
                    DestinationStateSelectorDescription = b.SelectInfo!,
                    PossibleDestinationStates = b.PossibleDestinations,
                })).ToList();
                info.IgnoredTriggers = state.Behaviours.Where(b => b.Kind == BehaviourKind.Ignore)
                    .Select(b => Fill(b, new IgnoredTransitionInfo())).ToList();
            }

            return new StateMachineInfo(infos[machine.initialState], infos.Values.ToList(), typeof(TState), typeof(TTrigger));
        }

        private static TInfo Fill<TInfo>(Behaviour behaviour, TInfo info)
            where TInfo : TransitionInfo
        {
            info.Trigger = new TriggerInfo(behaviour.Trigger);
            info.IsInternalTransition = behaviour.Kind == BehaviourKind.Internal;
            if (behaviour.Guard is { } guard)
                info.GuardConditionsMethodDescriptions = [guard.Info];
            return info;
        }
    }
}
