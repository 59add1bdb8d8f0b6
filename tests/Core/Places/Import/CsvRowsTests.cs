using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("code,name\n1,Jatibogor\n")]
    [InlineData("code;name\r\n1;Jatibogor\r\n")]
    [InlineData("code\tname\n\n1\tJatibogor")]
    [InlineData("code,name\n\"1\",\"Jatibogor\"\n")]
    public void Separator_is_the_headings(string list)
    {
        var rows = Read(list);

        Assert.Equal(["code", "name"], rows[0].Fields);
        Assert.Equal(["1", "Jatibogor"], rows[1].Fields);
    }

    [Fact]
    public void Quoted_fields_keep_separators_quotes_and_line_breaks()
    {
        var rows = Read("code,name,kind\n1,\"Suka \"\"Baru\"\", II\nand more\",desa\n2,Mekar,desa");

        Assert.Equal(["1", "Suka \"Baru\", II\nand more", "desa"], rows[1].Fields);
        Assert.Equal((4, "Mekar"), (rows[2].Line, rows[2].Fields[1]));
    }

    [Fact]
    public void Empty_last_field_counts() => Assert.Equal(["\"a\"".Trim('"'), ""], Read("\"a\",")[0].Fields);

    [Fact]
    public void Quote_that_is_never_closed_names_its_line()
    {
        var rows = new CsvRows(new StringReader("code,name\n1,\"Jatibogor\n2,Kabukan"));

        Assert.Throws<InvalidDataException>(() => rows.Read().ToList());
        Assert.Equal(2, rows.Line);
    }

    private static List<CsvRow> Read(string list) => [.. new CsvRows(new StringReader(list)).Read()];
}
