using Puskesos.Core.Cases;
using Puskesos.Tests.Rules;

namespace Puskesos.Tests.Core.Cases;

public sealed class CaseDiagramTests
{
    [Fact]
    public void The_readme_shows_the_machine_as_it_is()
    {
        var readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));

        Assert.Equal(CaseDiagram.WriteInto(readme), readme);
    }

    [Fact]
    public void Every_state_stands_in_the_diagram()
    {
        var drawn = CaseDiagram.Draw();

        Assert.All(Enum.GetValues<CaseStatus>(), status => Assert.Contains(status.Code(), drawn, StringComparison.Ordinal));
    }
}
