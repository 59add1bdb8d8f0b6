namespace Puskesos.Tests.Rules;

public sealed class FileSizeTests
{
    [Fact]
    public void No_file_is_longer_than_the_limit() => Broken.Nowhere(SizeRules.LongFiles(SourceTree.Sources));

    [Fact]
    public void No_method_is_longer_than_the_limit() => Broken.Nowhere(SizeRules.LongMethods(SourceTree.Sources));

    [Fact]
    public void No_constructor_takes_more_than_the_limit() => Broken.Nowhere(SizeRules.WideConstructors(SourceTree.Sources));

    [Fact]
    public void One_line_too_many_is_found()
    {
        var limit = string.Concat(Enumerable.Repeat("x\n", SizeRules.FileLines));

        Assert.Empty(SizeRules.LongFiles([new("core/Cases/A.cs", limit)]));
        Assert.Single(SizeRules.LongFiles([new("admin/Pages/A.cshtml", limit + "x\n")]));
        Assert.Empty(SizeRules.LongFiles([new("core/Storage/Migrations/A.cs", limit + "x\n")]));
    }

    [Theory]
    [InlineData("public int Run(int a) {", "}")]
    [InlineData("public A() : base(1) {", "}")]
    [InlineData("static string Name<T>(T t) where T : class => t switch {", "};")]
    [InlineData("public int Total { get {", "} }")]
    public void A_method_of_61_lines_is_found(string open, string close)
    {
        Assert.Single(SizeRules.LongMethods([Method(open, close, lines: SizeRules.MethodLines + 1)]));
        Assert.Empty(SizeRules.LongMethods([Method(open, close, lines: SizeRules.MethodLines)]));
    }

    [Fact]
    public void The_rows_of_a_theory_do_not_count() =>
        Assert.Empty(SizeRules.LongMethods([Method(string.Concat(Enumerable.Repeat("[InlineData(1, new[] { 2 })]\n", 70)) + "public int Run(int a) {", "}", lines: 10)]));

    [Fact]
    public void A_long_table_is_no_method() =>
        Assert.Empty(SizeRules.LongMethods([Method("private static readonly Row[] Rows = new[] {", "};", lines: 100)]));

    [Theory]
    [InlineData("class A(int a, int b, int c, int d, int e, int f, int g) { }", 1)]
    [InlineData("class A { public A(int a, int b, int c, int d, int e, int f, int g) { } }", 1)]
    [InlineData("class A<T>(Dictionary<int, T> a, int b, int c, int d, int e, (int, int) f) { }", 0)]
    [InlineData("record A(int a, int b, int c, int d, int e, int f, int g) { }", 0)]
    public void Seven_constructor_parameters_are_found(string text, int found) =>
        Assert.Equal(found, SizeRules.WideConstructors([new("core/Cases/A.cs", text)]).Count());

    private static SourceFile Method(string open, string close, int lines) =>
        new("core/Cases/A.cs", $"namespace N;\nclass A\n{{\n{open}\n{string.Concat(Enumerable.Repeat("x();\n", lines - 2))}{close}\n}}\n");
}
