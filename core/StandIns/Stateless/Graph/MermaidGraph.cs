using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The direction in which a Mermaid drawing grows.</summary>
public enum MermaidGraphDirection
{
    TopToBottom,
    BottomToTop,
    LeftToRight,
    RightToLeft,
}

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = null)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        var graph = new StateGraph(machineInfo);
        var text = new StringBuilder("stateDiagram-v2");
        if (direction is { } way)
            Line(text, "direction " + way switch
            {
                MermaidGraphDirection.TopToBottom => "TB",
                MermaidGraphDirection.BottomToTop => "BT",
                MermaidGraphDirection.LeftToRight => "LR",
                _ => "RL",
            });
        foreach (var (name, _) in graph.Decisions)
            Line(text, $"state {name} <<choice>>");
        foreach (var super in graph.States.Where(state => state.Substates.Any()))
            Line(text, $"state {super} {{\n{string.Concat(super.Substates.Select(sub => $"\t\t{sub}\n"))}\t}}");
        foreach (var (from, to, label) in graph.Arrows)
            Line(text, $"{from} --> {to} : {label}");
        return text.Append("\n[*] --> ").Append(graph.Initial).ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append("\n\t").Append(line);
}
