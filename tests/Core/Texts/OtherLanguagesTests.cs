using Puskesos.Core.Texts;

namespace Puskesos.Tests.Core.Texts;

public sealed class OtherLanguagesTests
{
    private static readonly string[] MainTen =
    [
        "Greet_Question", "AskConsent_Question", "AskName_Question", "AskVillage_Question", "AskNeedGroup_Question",
        "AskComplaint_Question", "AskDocuments_Question", "ConfirmReport_Question", "FileCase_Receipt", "AskResolved_Question",
    ];

    public static TheoryData<string> Others => ["jv", "jv-ngoko", "su"];

    [Fact]
    public void All_four_tables_are_built_in()
    {
        Assert.Equal(["id", "jv", "jv-ngoko", "su"], TextCatalog.Languages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void The_main_ten_texts_are_there(string language)
    {
        Assert.All(MainTen, key => Assert.NotNull(TextCatalog.Default(key, language)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_translated_text_has_the_gaps_and_answers_of_the_indonesian_one(string language)
    {
        foreach (var key in TextCatalog.Keys)
        {
            if (TextCatalog.Default(key, language) is not { } text) continue;
            var own = TextCatalog.Default(key, TextCatalog.Indonesian)!;

            Assert.True(TextFill.Gaps(own).Except(Optional).Order().SequenceEqual(TextFill.Gaps(text).Except(Optional).Order()), $"{key} ({language}) has other gaps.");
            Assert.True(Numbers(own) == Numbers(text), $"{key} ({language}) offers other answers.");
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Words_of_command_stay_indonesian(string language)
    {
        string[] commands = ["LEWATI", "SELESAI", "BERHENTI", "CEK", "DARURAT", "BANTU"];
        foreach (var key in TextCatalog.Keys)
        {
            if (TextCatalog.Default(key, language) is not { } text) continue;
            var own = TextCatalog.Default(key, TextCatalog.Indonesian)!;

            Assert.All(commands, command => Assert.Equal(own.Contains(command, StringComparison.Ordinal), text.Contains(command, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Labels_fit_on_a_button_and_texts_in_one_message(string language)
    {
        foreach (var key in TextCatalog.Keys)
        {
            if (TextCatalog.Default(key, language) is not { } text) continue;

            Assert.True(text.Length <= TextCatalog.Default(key, TextCatalog.Indonesian)!.Length + 60, $"{key} ({language}) is much longer than the Indonesian one.");
            Assert.All(text.Split('\n').Where(line => line.Length > 2 && char.IsDigit(line[0])), line => Assert.True(line.Length <= 2 + 24, line));
        }
    }

    /// <summary>"Halo Pak/Bu" says no part of the day.</summary>
    private static readonly string[] Optional = ["daypart"];

    private static string Numbers(string text) => string.Concat(text.Split('\n').Where(line => line.Length > 1 && char.IsDigit(line[0]) && line[1] == ' ').Select(line => line[0]));
}
