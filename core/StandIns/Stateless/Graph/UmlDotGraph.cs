using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine in the DOT language.</summary>
public static class UmlDotGraph
{
    public static string Format(StateMachineInfo machineInfo)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        var graph = new StateGraph(machineInfo);
        var text = new StringBuilder("digraph {\ncompound=true;\nnode [shape=Mrecord]\nrankdir=\"LR\"\n");
        foreach (var state in graph.States)
            text.Append(state.Substates.Any() ? Cluster(state) : $"\"{state}\" [label=\"{state}\"];\n");
        foreach (var (name, description) in graph.Decisions)
            text.Append($"\"{name}\" [shape = \"diamond\", label = \"{description}\"];\n");
        text.Append('\n');
        foreach (var (from, to, label) in graph.Arrows)
            text.Append($"\"{from}\" -> \"{to}\" [style=\"solid\", label=\"{label}\"];\n");
        return text.Append($" init [label=\"\", shape=point];\n init -> \"{graph.Initial}\"[style = \"solid\"]\n}}").ToString();
    }

    private static string Cluster(StateInfo super) =>
        $"subgraph \"cluster{super}\" {{ label = \"{super}\"\n{string.Concat(super.Substates.Select(sub => $"\"{sub}\";\n"))}}}\n";
}
