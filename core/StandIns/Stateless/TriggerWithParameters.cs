namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A trigger that is fired together with values of known types.</summary>
    public abstract class TriggerWithParameters
    {
        private readonly Type[] argumentTypes;

        protected TriggerWithParameters(TTrigger underlyingTrigger, params Type[] argumentTypes)
        {
            Trigger = underlyingTrigger;
            this.argumentTypes = argumentTypes;
        }

        public TTrigger Trigger { get; }

        /// <summary>Throws an <see cref="ArgumentException"/> when number or types of the values do not fit.</summary>
        public void ValidateParameters(object?[] args)
        {
            ArgumentNullException.ThrowIfNull(args);
            if (args.Length != argumentTypes.Length)
                throw new ArgumentException($"Trigger '{Trigger}' takes {argumentTypes.Length} value(s), {args.Length} given.", nameof(args));
            for (var i = 0; i < args.Length; i++)
            {
                if (args[i] is { } value && !argumentTypes[i].IsInstanceOfType(value))
                    throw new ArgumentException($"Value {i} of trigger '{Trigger}' must be {argumentTypes[i]}, not {value.GetType()}.", nameof(args));
            }
        }
    }

    /// <summary>A trigger fired with one value.</summary>
    public class TriggerWithParameters<TArg0>(TTrigger underlyingTrigger) : TriggerWithParameters(underlyingTrigger, typeof(TArg0));

    /// <summary>A trigger fired with two values.</summary>
    public class TriggerWithParameters<TArg0, TArg1>(TTrigger underlyingTrigger)
        : TriggerWithParameters(underlyingTrigger, typeof(TArg0), typeof(TArg1));
}
