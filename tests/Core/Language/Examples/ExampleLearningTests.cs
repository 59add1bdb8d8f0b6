using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Writing;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Examples;

/// <summary>What the bot learns from examples alone; the words are invented, so that no rule knows them.</summary>
public sealed class ExampleLearningTests
{
    private const string Told = "blongkang rejuwit tengkular wonosari meriping";

    [Fact]
    public void A_need_told_in_words_that_no_rule_knows_is_learned()
    {
        var before = new ComplaintLexicon(LanguageLexicon.Seed).Read(TextNormaliser.Read(Told));
        var after = Read(Told, Needs("USAHA"));

        Assert.Empty(before.Candidates);
        Assert.Equal("USAHA", after.Best?.Code);
        Assert.True(after.IsClear);
    }

    [Fact]
    public void A_guess_from_examples_names_at_most_three_words_of_the_message()
    {
        var best = Read(Told, Needs("USAHA")).Best!;

        Assert.InRange(best.Words.Count, 1, 3);
        Assert.All(best.Words, word => Assert.Contains(word, Told.Split(' ')));
    }

    [Fact]
    public void A_slip_of_the_pen_does_not_hide_a_learned_need() =>
        Assert.Equal("USAHA", Read("blonkang rejuwitt tengkular merping", Needs("USAHA")).Best?.Code);

    [Fact]
    public void Words_that_no_example_has_give_nothing() =>
        Assert.Empty(Read("xqzv wvjq zzkf qqrw", Needs("USAHA")).Candidates);

    [Fact]
    public void A_message_of_few_words_is_left_to_the_rules() =>
        Assert.Empty(Read("blongkang rejuwit tengkular", Needs("USAHA")).Candidates);

    [Fact]
    public void Two_needs_that_examples_share_are_both_offered()
    {
        var read = Read(Told, Needs("USAHA|SEKOLAH"));

        Assert.Equal(["SEKOLAH", "USAHA"], read.Candidates.Take(2).Select(candidate => candidate.Code).Order());
        Assert.False(read.IsClear);
    }

    [Fact]
    public void What_examples_call_out_of_scope_is_refused_although_a_word_leans_to_a_need()
    {
        const string Message = "blongkang rejuwit tengkular meriping sembako";

        Assert.Empty(Read(Message, Needs("-")).Candidates);
        Assert.NotEmpty(Read(Message, Needs("BANSOS_USUL")).Candidates);
    }

    [Fact]
    public void The_same_examples_always_teach_the_same()
    {
        var first = Read(Told, Needs("USAHA|SEKOLAH"));
        foreach (var other in new[] { "KKS", "DATA", "RUMAH", "JIWA" }) Read(Told, Needs(other));
        var second = Read(Told, Needs("USAHA|SEKOLAH"));

        Assert.Equal(first.Candidates.Select(candidate => (candidate.Code, candidate.Weight)), second.Candidates.Select(candidate => (candidate.Code, candidate.Weight)));
    }

    [Theory]
    [InlineData("danger", DangerKind.Danger)]
    [InlineData("suicidal", DangerKind.Suicidal)]
    [InlineData("none", DangerKind.None)]
    [InlineData("any", DangerKind.None)]
    public void Danger_is_learned_and_points_at_words_of_the_message(string kind, DangerKind expected)
    {
        var found = DangerWords.Read(TextNormaliser.Read(Told), Lexicon(Needs("KEKERASAN", kind)));

        Assert.Equal(expected, found.Kind);
        Assert.True(expected == DangerKind.None || (found.Start >= 0 && found.End < Told.Length && found.Start < found.End));
    }

    [Fact]
    public void The_group_of_learned_danger_follows_the_need_of_its_examples() =>
        Assert.Equal("disaster", DangerWords.Read(TextNormaliser.Read(Told), Lexicon(Needs("BENCANA", "danger"))).Group);

    [Theory]
    [InlineData("kartu keluarga saya ikut terbakar waktu suami bakar sampah, cara menggantinya bagaimana")]
    [InlineData("surat keterangan korban kebakaran untuk mengganti ijazah yang hangus tahun 2021 bikinnya di mana")]
    [InlineData("dulu adik saya pernah dipasung, sekarang sudah dilepas dan mau ikut pelatihan kerja")]
    public void Calm_examples_see_through_a_word_that_is_no_danger(string message) =>
        Assert.Equal(DangerKind.None, DangerWords.Read(message).Kind);

    [Theory]
    [InlineData("tolong suami saya memukuli saya dan anak saya di rumah sekarang", DangerKind.Danger)]
    [InlineData("kakak saya dirantai di belakang rumah, tidak diberi makan", DangerKind.Danger)]
    [InlineData("bu, kartu pkh saya hilang dan saya ingin mati saja rasanya", DangerKind.Suicidal)]
    public void Plain_words_of_danger_stand_whatever_else_is_told(string message, DangerKind expected)
    {
        var calm = Enumerable.Range(0, 40).Select(at => new[] { "DATA", "none", $"{message} {at}" });

        Assert.Equal(expected, DangerWords.Read(TextNormaliser.Read(message), Lexicon(calm)).Kind);
    }

    [Fact]
    public void A_name_and_a_place_are_no_complaint() =>
        Assert.Empty(new MessageReader(LanguageEdition.Seed, new NamedPlaces("jatibogor")).Understand("nama saya Siti Aminah dari desa Jatibogor", DateTimeOffset.UnixEpoch).Complaint.Candidates);

    /// <summary>Eight messages that share their words in different orders.</summary>
    private static IEnumerable<string[]> Needs(string categories, string danger = "none")
    {
        var words = Told.Split(' ');
        return Enumerable.Range(0, 8).Select(turn => new[] { categories, danger, string.Join(' ', words.Select((_, at) => words[(at + turn) % words.Length]).Take(4 + (turn % 2))) });
    }

    private static ComplaintReading Read(string message, IEnumerable<string[]> examples) => new ComplaintLexicon(Lexicon(examples)).Read(TextNormaliser.Read(message));

    private static LanguageLexicon Lexicon(IEnumerable<string[]> examples) =>
        new(LexiconTables.Seed with { Examples = [.. LexiconTables.Seed.Examples, .. examples] });
}
