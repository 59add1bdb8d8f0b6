using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace Puskesos.Tests.StandIns;

/// <summary>The behaviour of the state-machine library that the product relies on; holds for the stand-in and for the real package.</summary>
public sealed class StatelessTests
{
    private enum Place { Home, Road, Market, Stall }

    private enum Move { Leave, Arrive, Enter, Rest, Talk, Choose }

    private readonly List<string> steps = [];

    private StateMachine<Place, Move> Machine(Place start = Place.Home)
    {
        var current = start;
        return new StateMachine<Place, Move>(() => current, next =>
        {
            steps.Add($"state {next}");
            current = next;
        });
    }

    [Fact]
    public void A_move_runs_exit_then_state_then_notice_then_entry_then_closing_notice()
    {
        var machine = Machine();
        machine.Configure(Place.Home).Permit(Move.Leave, Place.Road).OnExit(() => steps.Add("exit Home"));
        machine.Configure(Place.Road).OnEntry(() => steps.Add("enter Road"));
        machine.OnTransitioned(t => steps.Add($"transitioned {t.Source}-{t.Destination} by {t.Trigger}"));
        machine.OnTransitionCompleted(t => steps.Add($"completed {t.Destination}"));

        machine.Fire(Move.Leave);

        Assert.Equal(["exit Home", "state Road", "transitioned Home-Road by Leave", "enter Road", "completed Road"], steps);
    }

    [Fact]
    public void Entering_a_substate_enters_its_superstate_first()
    {
        var machine = Machine();
        machine.Configure(Place.Home).Permit(Move.Enter, Place.Stall);
        machine.Configure(Place.Market).OnEntry(() => steps.Add("enter Market"));
        machine.Configure(Place.Stall).SubstateOf(Place.Market).OnEntry(() => steps.Add("enter Stall"));

        machine.Fire(Move.Enter);

        Assert.Equal(["state Stall", "enter Market", "enter Stall"], steps);
        Assert.True(machine.IsInState(Place.Market));
        Assert.False(machine.IsInState(Place.Home));
    }

    [Fact]
    public void Moving_between_substates_does_not_leave_the_superstate()
    {
        var machine = Machine(Place.Stall);
        machine.Configure(Place.Market).OnEntry(() => steps.Add("enter Market")).OnExit(() => steps.Add("exit Market"));
        machine.Configure(Place.Stall).SubstateOf(Place.Market).Permit(Move.Leave, Place.Road).OnExit(() => steps.Add("exit Stall"));
        machine.Configure(Place.Road).SubstateOf(Place.Market).Permit(Move.Arrive, Place.Home);

        machine.Fire(Move.Leave);
        machine.Fire(Move.Arrive);

        Assert.Equal(["exit Stall", "state Road", "exit Market", "state Home"], steps);
    }

    [Fact]
    public void A_substate_uses_what_the_superstate_permits_unless_it_says_otherwise()
    {
        var machine = Machine(Place.Stall);
        machine.Configure(Place.Market).Permit(Move.Leave, Place.Home).Permit(Move.Rest, Place.Road);
        machine.Configure(Place.Stall).SubstateOf(Place.Market).Ignore(Move.Rest);

        machine.Fire(Move.Rest);
        machine.Fire(Move.Leave);

        Assert.Equal(["state Home"], steps);
    }

    [Fact]
    public void A_guard_decides_between_two_ways()
    {
        var rain = true;
        var machine = Machine();
        machine.Configure(Place.Home).PermitIf(Move.Leave, Place.Road, () => !rain, "dry").PermitIf(Move.Leave, Place.Market, () => rain, "rain");

        machine.Fire(Move.Leave);

        Assert.Equal(Place.Market, machine.State);
    }

    [Fact]
    public void Two_open_guards_are_refused()
    {
        var machine = Machine();
        machine.Configure(Place.Home).PermitIf(Move.Leave, Place.Road, () => true).PermitIf(Move.Leave, Place.Market, () => true);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Leave));
    }

    [Fact]
    public void A_closed_guard_is_named()
    {
        var machine = Machine();
        machine.Configure(Place.Home).PermitIf(Move.Leave, Place.Road, () => false, "gate is open");

        var permitted = machine.CanFire(Move.Leave, out var unmet);
        var refusal = Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Leave));

        Assert.False(permitted);
        Assert.Contains("gate is open", unmet);
        Assert.Contains("gate is open", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Permit_to_the_same_state_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Machine().Configure(Place.Home).Permit(Move.Rest, Place.Home));
    }

    [Fact]
    public void Reentry_runs_exit_and_entry_again()
    {
        var machine = Machine();
        machine.Configure(Place.Home).PermitReentry(Move.Rest).OnExit(() => steps.Add("exit")).OnEntry(t => steps.Add($"enter {t.IsReentry}"));

        machine.Fire(Move.Rest);

        Assert.Equal(["exit", "state Home", "enter True"], steps);
    }

    [Fact]
    public void An_internal_transition_changes_nothing_but_runs_its_action()
    {
        var machine = Machine();
        machine.Configure(Place.Home).InternalTransition(Move.Talk, () => steps.Add("talk")).OnExit(() => steps.Add("exit")).OnEntry(() => steps.Add("enter"));

        machine.Fire(Move.Talk);

        Assert.Equal(["talk"], steps);
    }

    [Fact]
    public void A_dynamic_way_is_chosen_when_it_is_fired()
    {
        var chosen = Place.Road;
        var machine = Machine();
        machine.Configure(Place.Home).PermitDynamic(Move.Choose, () => chosen, "next place", new DynamicStateInfos { { Place.Road, "dry" }, { Place.Market, "rain" } });
        chosen = Place.Market;

        machine.Fire(Move.Choose);

        Assert.Equal(Place.Market, machine.State);
    }

    [Fact]
    public void A_typed_trigger_hands_its_value_over()
    {
        var machine = Machine();
        var choose = machine.SetTriggerParameters<string>(Move.Choose);
        var talk = machine.SetTriggerParameters<string, int>(Move.Talk);
        machine.Configure(Place.Home).PermitIf(choose, Place.Road, word => word == "road");
        machine.Configure(Place.Road).OnEntryFrom(choose, word => steps.Add($"by {word}")).Permit(Move.Talk, Place.Market);
        machine.Configure(Place.Market).OnEntryFrom(talk, (word, times) => steps.Add($"{word} {times}"));

        machine.Fire(choose, "road");
        machine.Fire(talk, "halo", 2);

        Assert.Equal(["state Road", "by road", "state Market", "halo 2"], steps);
    }

    [Fact]
    public void A_typed_trigger_without_its_value_is_refused()
    {
        var machine = Machine();
        machine.SetTriggerParameters<string>(Move.Choose);
        machine.Configure(Place.Home).Permit(Move.Choose, Place.Road);

        Assert.Throws<ArgumentException>(() => machine.Fire(Move.Choose));
    }

    [Fact]
    public void Entry_from_runs_only_for_its_trigger()
    {
        var machine = Machine();
        machine.Configure(Place.Home).Permit(Move.Leave, Place.Road).Permit(Move.Arrive, Place.Road);
        machine.Configure(Place.Road).OnEntryFrom(Move.Arrive, () => steps.Add("arrived"));

        machine.Fire(Move.Leave);

        Assert.Equal(["state Road"], steps);
    }

    [Fact]
    public void An_unhandled_trigger_throws_unless_a_handler_is_set()
    {
        var machine = Machine();
        machine.Configure(Place.Home).Permit(Move.Leave, Place.Road);
        Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Talk));
        machine.OnUnhandledTrigger((state, trigger) => steps.Add($"{state} {trigger}"));

        machine.Fire(Move.Talk);

        Assert.Equal(["Home Talk"], steps);
        Assert.Equal(Place.Home, machine.State);
    }

    [Fact]
    public void A_trigger_fired_inside_an_action_waits_for_the_end_of_the_move()
    {
        var machine = Machine();
        machine.Configure(Place.Home).Permit(Move.Leave, Place.Road);
        machine.Configure(Place.Road).Permit(Move.Arrive, Place.Market).OnEntry(() =>
        {
            machine.Fire(Move.Arrive);
            steps.Add("still on the road");
        });

        machine.Fire(Move.Leave);

        Assert.Equal(["state Road", "still on the road", "state Market"], steps);
    }

    [Fact]
    public async Task Asynchronous_actions_need_FireAsync()
    {
        var machine = Machine();
        machine.Configure(Place.Home).Permit(Move.Leave, Place.Road);
        machine.Configure(Place.Road).Permit(Move.Arrive, Place.Market).OnEntryAsync(async () =>
        {
            await Task.Yield();
            steps.Add("entered");
        });
        machine.Configure(Place.Market).Permit(Move.Leave, Place.Road);
        await machine.FireAsync(Move.Leave);
        await machine.FireAsync(Move.Arrive);

        Assert.Equal(["state Road", "entered", "state Market"], steps);
        Assert.Throws<InvalidOperationException>(() => machine.Fire(Move.Leave));
    }

    [Fact]
    public async Task Permitted_triggers_are_those_that_would_work_now()
    {
        var machine = Machine(Place.Stall);
        machine.Configure(Place.Market).Permit(Move.Leave, Place.Home);
        machine.Configure(Place.Stall).SubstateOf(Place.Market).Permit(Move.Enter, Place.Road).PermitIf(Move.Rest, Place.Home, () => false);

        var permitted = await machine.GetPermittedTriggersAsync();

        Assert.Equal([Move.Leave, Move.Enter], permitted.Order());
        Assert.True(machine.CanFire(Move.Leave));
        Assert.False(machine.CanFire(Move.Rest));
    }

    [Fact]
    public void Info_and_drawings_name_every_way()
    {
        var machine = Machine();
        machine.Configure(Place.Home).Permit(Move.Leave, Place.Road)
            .PermitDynamic(Move.Choose, () => Place.Market, "next place", new DynamicStateInfos { { Place.Market, "it rains" } });

        var info = machine.GetInfo();
        var mermaid = MermaidGraph.Format(info);
        var dot = UmlDotGraph.Format(info);

        var home = info.States.Single(state => state.UnderlyingState.Equals(Place.Home));
        Assert.Equal(Place.Home, info.InitialState.UnderlyingState);
        Assert.Equal(Move.Leave, home.FixedTransitions.Single().Trigger.UnderlyingTrigger);
        Assert.Equal("it rains", home.DynamicTransitions.Single().PossibleDestinationStates!.Single().Criterion);
        Assert.StartsWith("stateDiagram-v2", mermaid, StringComparison.Ordinal);
        Assert.Contains("Home --> Road : Leave", mermaid, StringComparison.Ordinal);
        Assert.Contains("\"Home\" -> \"Road\" [style=\"solid\", label=\"Leave\"]", dot, StringComparison.Ordinal);
        Assert.Contains("it rains", dot, StringComparison.Ordinal);
    }
}
