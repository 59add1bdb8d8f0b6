namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One move of the machine: from where, to where, by which trigger, with which values.</summary>
    public class Transition(TState source, TState destination, TTrigger trigger, object[]? parameters = null)
    {
        public TState Source { get; } = source;

        public TState Destination { get; } = destination;

        public TTrigger Trigger { get; } = trigger;

        public bool IsReentry => EqualityComparer<TState>.Default.Equals(Source, Destination);

        public object[] Parameters { get; } = parameters ?? [];
    }
}
