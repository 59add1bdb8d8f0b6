namespace Puskesos.Tests.Rules;

public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("a(); // b\nc", "a();\nc")]
    [InlineData("a /* b\nc */ d", "a\nd")]
    [InlineData("x = \"// {\" + y;", "x=+y;")]
    [InlineData("x = @\"a\"\"b\\\" + y;", "x=@+y;")]
    [InlineData("x = '\"' + '\\'' + y;", "x=++y;")]
    [InlineData("x = \"\"\"a \"quoted\" { \"\"\" + y;", "x=+y;")]
    [InlineData("x = $\"{a ?? \"b\"}\" + y;", "x=$b+y;")]
    public void Comments_and_literals_are_blanked_in_place(string text, string expected)
    {
        var code = CSharpText.WithoutCommentsAndLiterals(text);

        Assert.Equal(expected, code.Replace(" ", ""));
        Assert.Equal(text.Length, code.Length);
    }

    [Fact]
    public void Literals_can_be_kept() =>
        Assert.Equal("x = \"// now()\"; ", CSharpText.WithoutComments("x = \"// now()\";// b")[..16]);

    [Fact]
    public void An_unclosed_literal_ends_with_the_text() =>
        Assert.Equal("x =   ", CSharpText.WithoutCommentsAndLiterals("x = \"a"));
}
