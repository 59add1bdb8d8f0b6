namespace Puskesos.Tests.Rules;

public sealed class NamingRulesTests
{
    [Fact]
    public void Types_are_named_by_what_they_do() => Broken.Nowhere(NamingRules.EmptyWords(SourceTree.Sources));

    [Fact]
    public void Files_and_folders_are_named_by_what_they_hold() => Broken.Nowhere(NamingRules.EmptyFiles(SourceTree.Sources));

    [Fact]
    public void Terms_of_the_trade_are_written_as_words() => Broken.Nowhere(NamingRules.ShoutedTerms(SourceTree.Sources));

    [Fact]
    public void Async_methods_of_the_product_end_in_Async() => Broken.Nowhere(NamingRules.AsyncWithoutEnding(SourceTree.Sources));

    [Fact]
    public void There_is_no_async_void() => Broken.Nowhere(NamingRules.AsyncVoid(SourceTree.Sources));

    [Theory]
    [InlineData("public sealed class CaseService;")]
    [InlineData("internal static class TextHelper { }")]
    [InlineData("public readonly record struct CaseManager(int Id);")]
    [InlineData("public interface IUtils;")]
    public void An_empty_word_is_found(string text) => Assert.Single(NamingRules.EmptyWords([new("core/Cases/A.cs", text)]));

    [Fact]
    public void A_step_may_be_about_a_service() =>
        Assert.Empty(NamingRules.EmptyWords([new("core/Conversations/Steps/ChooseService.cs", "public sealed class ChooseService;")]));

    [Theory]
    [InlineData("core/Cases/Extensions.cs")]
    [InlineData("admin/Models/Case.cs")]
    public void An_empty_file_or_folder_name_is_found(string path) => Assert.Single(NamingRules.EmptyFiles([new(path, "")]));

    [Theory]
    [InlineData("string residentNIK;", 1)]
    [InlineData("var a = new TKSKOfficer();", 1)]
    [InlineData("string nik; var a = \"NIK\"; // NIK", 0)]
    public void A_shouted_term_is_found(string text, int found) =>
        Assert.Equal(found, NamingRules.ShoutedTerms([new("core/People/A.cs", text)]).Count());

    [Theory]
    [InlineData("public async Task<List<int>> Load(int a) {", 1)]
    [InlineData("public async ValueTask Load() {", 1)]
    [InlineData("public async Task<int> LoadAsync() {", 0)]
    [InlineData("run(async () => await b());", 0)]
    public void An_async_method_without_its_ending_is_found(string text, int found) =>
        Assert.Equal(found, NamingRules.AsyncWithoutEnding([new("core/Cases/A.cs", text)]).Count());

    [Fact]
    public void An_async_void_is_found() => Assert.Single(NamingRules.AsyncVoid([new("bot/A.cs", "private async void Run() { }")]));
}
