using Puskesos.Core.Documents;

namespace Puskesos.Tests.Core.Documents;

public sealed class FileFaultsTests
{
    [Theory]
    [InlineData("as-sent,no-paper", null, FileFault.NotAPaper, FileFault.NotAPaper)]
    [InlineData("as-sent,no-paper,unreadable,again", null, FileFault.NotAPaper, FileFault.NotAPaper)]
    [InlineData("as-sent,recording", null, FileFault.None, FileFault.NotAPaper)]
    [InlineData("as-sent,recording", "KK", FileFault.NotAPaper, FileFault.NotAPaper)]
    [InlineData("as-sent,recording,again", null, FileFault.SentBefore, FileFault.SentBefore)]
    [InlineData("as-sent,locked,unreadable,again", "KK", FileFault.Locked, FileFault.Locked)]
    [InlineData("unclear,again", "KK", FileFault.SentBefore, FileFault.SentBefore)]
    [InlineData(null, "KK", FileFault.None, FileFault.None)]
    public void What_was_found_says_why_a_file_does_not_count(string? marks, string? kind, FileFault fault, FileFault asPaper)
    {
        var file = new Document { State = DocumentState.Stored, Marks = marks, Kind = kind };

        Assert.Equal((fault, asPaper), (FileFaults.Of(file), FileFaults.AsPaper(file)));
    }

    [Theory]
    [InlineData(DocumentState.Erased, "infected", FileFault.Unreadable)]
    [InlineData(DocumentState.Erased, "unclear", FileFault.None)]
    [InlineData(DocumentState.Failed, "infected", FileFault.Unreadable)]
    [InlineData(DocumentState.TooBig, null, FileFault.TooBig)]
    [InlineData(DocumentState.Fetching, null, FileFault.None)]
    public void A_file_that_is_not_kept_counts_only_while_it_is_on_its_way(DocumentState state, string? marks, FileFault fault) =>
        Assert.Equal(fault, FileFaults.Of(new Document { State = state, Marks = marks }));
}
