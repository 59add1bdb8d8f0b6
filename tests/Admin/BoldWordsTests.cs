using Puskesos.Admin.Pages.Cases;

namespace Puskesos.Tests.Admin;

public sealed class BoldWordsTests
{
    [Theory]
    [InlineData("Tiket: *TGL-2611-0003-7* ini", "Tiket: |TGL-2611-0003-7!| ini")]
    [InlineData("*tebal*", "tebal!")]
    [InlineData("2*3*4 dan * lepas *", "2*3*4 dan * lepas *")]
    [InlineData("polos", "polos")]
    public void Marks_become_bold_pieces(string line, string expected)
    {
        Assert.Equal(expected, string.Join('|', BoldWords.Of(line).Select(piece => piece.Text + (piece.IsBold ? "!" : ""))));
    }
}
