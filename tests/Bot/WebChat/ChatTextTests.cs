using System.Reflection;
using System.Xml.Linq;
using Puskesos.Bot.WebChat;
using Puskesos.Core.Conversations;
using Puskesos.Tests.Rules;

namespace Puskesos.Tests.Bot.WebChat;

public sealed class ChatTextTests
{
    [Fact]
    public void Every_word_of_the_page_is_in_the_table_and_the_other_way_round()
    {
        var named = typeof(ChatText).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(word => word.Name).Order();
        var table = XDocument.Load(Path.Combine(SourceTree.Root, "bot", "WebChat", "ChatText.resx")).Root!.Elements("data").Select(word => word.Attribute("name")!.Value).Order();

        Assert.Equal(table, named);
    }

    [Fact]
    public void Words_for_residents_keep_the_house_tone() =>
        Assert.DoesNotContain(
            typeof(ChatText).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(word => (string)word.GetValue(null)!),
            word => word.Contains('!') || word.Contains("Anda", StringComparison.Ordinal) || word.Contains("upload", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Progress_never_goes_back_from_consent_to_summary()
    {
        Step[] order = [Step.AskConsent, Step.AskForWhom, Step.AskName, Step.AskVillage, Step.ConfirmVillage, Step.AskNeedGroup, Step.AskNeed, Step.AskComplaint, Step.AskDocuments, Step.ConfirmReport];

        var numbers = order.Select(step => ChatProgress.Of(step)!.Number).ToList();

        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(ChatProgress.Questions, numbers[^1]);
        Assert.Null(ChatProgress.Of(Step.Greet));
    }
}
