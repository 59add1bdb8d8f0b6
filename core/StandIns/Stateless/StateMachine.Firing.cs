namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<(TTrigger Trigger, object?[] Args)> waiting = new();
    private readonly List<(Func<Transition, Task> Run, bool IsAsync)> transitioned = [];
    private readonly List<(Func<Transition, Task> Run, bool IsAsync)> completed = [];
    private (Func<TState, TTrigger, ICollection<string>, Task> Run, bool IsAsync)? unhandled;
    private bool firing;

    public void Fire(TTrigger trigger) => FireNow(trigger, []);

    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        FireNow(trigger.Trigger, [arg0]);
    }

    public void Fire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        FireNow(trigger.Trigger, [arg0, arg1]);
    }

    public Task FireAsync(TTrigger trigger) => FireAllAsync(trigger, [], mayWait: true);

    public Task FireAsync<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return FireAllAsync(trigger.Trigger, [arg0], mayWait: true);
    }

    public Task FireAsync<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return FireAllAsync(trigger.Trigger, [arg0, arg1], mayWait: true);
    }

    public void OnTransitioned(Action<Transition> onTransitionAction) => transitioned.Add((Sync(onTransitionAction), false));

    public void OnTransitionedAsync(Func<Transition, Task> onTransitionAction) => transitioned.Add((onTransitionAction, true));

    public void OnTransitionCompleted(Action<Transition> onTransitionAction) => completed.Add((Sync(onTransitionAction), false));

    public void OnTransitionCompletedAsync(Func<Transition, Task> onTransitionAction) => completed.Add((onTransitionAction, true));

    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        OnUnhandledTrigger((state, trigger, _) => unhandledTriggerAction(state, trigger));
    }

    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        unhandled = ((state, trigger, guards) =>
        {
            unhandledTriggerAction(state, trigger, guards);
            return Task.CompletedTask;
        }, false);
    }

    public void OnUnhandledTriggerAsync(Func<TState, TTrigger, Task> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        unhandled = ((state, trigger, _) => unhandledTriggerAction(state, trigger), true);
    }

    private static Func<Transition, Task> Sync(Action<Transition> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return transition =>
        {
            action(transition);
            return Task.CompletedTask;
        };
    }

    // Without asynchronous actions (they throw when mayWait is false) the task is finished when it is returned.
    private void FireNow(TTrigger trigger, object?[] args) => FireAllAsync(trigger, args, mayWait: false).GetAwaiter().GetResult();

    private async Task FireAllAsync(TTrigger trigger, object?[] args, bool mayWait)
    {
        if (firingMode == FiringMode.Immediate)
        {
            await FireOneAsync(trigger, args, mayWait);
            return;
        }

        waiting.Enqueue((trigger, args));
        if (firing)
            return;
        firing = true;
        try
        {
            while (waiting.TryDequeue(out var next))
                await FireOneAsync(next.Trigger, next.Args, mayWait);
        }
        finally
        {
            firing = false;
        }
    }

    private async Task FireOneAsync(TTrigger trigger, object?[] args, bool mayWait)
    {
        if (typedTriggers.TryGetValue(trigger, out var typed))
            typed.ValidateParameters(args);
        var source = State;
        var current = Current;
        var unmetGuards = new List<string>();
        var behaviour = current.Find(trigger, args, unmetGuards);
        switch (behaviour?.Kind)
        {
            case null:
                await UnhandledAsync(source, trigger, unmetGuards, mayWait);
                break;
            case BehaviourKind.Ignore:
                break;
            case BehaviourKind.Internal:
                await RunAsync(behaviour.Action!, new Transition(source, source, trigger, args!), args, mayWait);
                break;
            case BehaviourKind.Dynamic:
                RefuseAsync(behaviour.SelectIsAsync, mayWait, behaviour.SelectInfo!.Description);
                await MoveAsync(current, new Transition(source, await behaviour.Select!(args), trigger, args!), args, mayWait);
                break;
            default:
                await MoveAsync(current, new Transition(source, behaviour.Destination!, trigger, args!), args, mayWait, behaviour.Kind == BehaviourKind.Reentry);
                break;
        }
    }

    /// <summary>Exit actions up to the common ancestor, the new state, the notice, entry actions down, the closing notice.</summary>
    private async Task MoveAsync(StateRepresentation current, Transition transition, object?[] args, bool mayWait, bool reentry = false)
    {
        await ExitAsync(current, transition, args, mayWait);
        var entered = transition;
        if (reentry && !transition.IsReentry)
        {
            // A substate's superstate is entered anew: the superstate is left as well, and entered as itself.
            entered = new Transition(transition.Destination, transition.Destination, transition.Trigger, transition.Parameters);
            await ExitAsync(Representation(transition.Destination), entered, args, mayWait);
        }

        write(transition.Destination);
        await NoticeAsync(transitioned, transition, mayWait);
        await EnterAsync(Representation(transition.Destination), entered, args, mayWait);
        await NoticeAsync(completed, new Transition(transition.Source, State, transition.Trigger, transition.Parameters), mayWait);
    }

    private static async Task ExitAsync(StateRepresentation state, Transition transition, object?[] args, bool mayWait)
    {
        if (!transition.IsReentry && state.Includes(transition.Destination))
            return;
        foreach (var action in state.Exit)
            await RunAsync(action, transition, args, mayWait);
        if (!transition.IsReentry && state.Superstate is { } above)
            await ExitAsync(above, transition, args, mayWait);
    }

    private static async Task EnterAsync(StateRepresentation state, Transition transition, object?[] args, bool mayWait)
    {
        if (!transition.IsReentry && state.Includes(transition.Source))
            return;
        if (!transition.IsReentry && state.Superstate is { } above)
            await EnterAsync(above, transition, args, mayWait);
        foreach (var action in state.Entry)
        {
            if (!action.HasFrom || EqualityComparer<TTrigger>.Default.Equals(action.From, transition.Trigger))
                await RunAsync(action, transition, args, mayWait);
        }
    }

    private static async Task RunAsync(MachineAction action, Transition transition, object?[] args, bool mayWait)
    {
        RefuseAsync(action.IsAsync, mayWait, action.Info.Description);
        await action.Run(transition, args);
    }

    private static async Task NoticeAsync(List<(Func<Transition, Task> Run, bool IsAsync)> notices, Transition transition, bool mayWait)
    {
        foreach (var (run, isAsync) in notices)
        {
            RefuseAsync(isAsync, mayWait, "OnTransitioned");
            await run(transition);
        }
    }

    private async Task UnhandledAsync(TState source, TTrigger trigger, List<string> unmetGuards, bool mayWait)
    {
        if (unhandled is { } handler)
        {
            RefuseAsync(handler.IsAsync, mayWait, "OnUnhandledTrigger");
            await handler.Run(source, trigger, unmetGuards);
            return;
        }

        throw new InvalidOperationException(unmetGuards.Count == 0
            ? $"No valid leaving transitions are permitted from state '{source}' for trigger '{trigger}'. Consider ignoring the trigger."
            : $"Trigger '{trigger}' is valid for transition from state '{source}' but a guard conditions are not met. Guard descriptions: '{string.Join(", ", unmetGuards)}'.");
    }

    private static void RefuseAsync(bool isAsync, bool mayWait, string what)
    {
        if (isAsync && !mayWait)
            throw new InvalidOperationException($"Cannot execute the asynchronous action '{what}' in a synchronous Fire. Use FireAsync.");
    }
}
