using System.Globalization;
using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Writing;
using Puskesos.Tests.Core.Language.Support;

namespace Puskesos.Tests.Core.Language.Complaints;

public sealed class ComplaintLexiconTests
{
    private static readonly ComplaintLexicon Model = new(LanguageLexicon.Seed);
    private static readonly MessageReader Reader = MessageReader.Seed();

    [Theory]
    [InlineData("messages-tune.tsv")]
    [InlineData("messages-tune-second.tsv")]
    [InlineData("messages-third.tsv")]
    [InlineData("messages-fourth.tsv")]
    [InlineData("messages-fifth.tsv")]
    [InlineData("messages-sixth.tsv")]
    [InlineData("messages-seventh.tsv")]
    [InlineData("messages-eighth.tsv")]
    [InlineData("messages-ninth.tsv")]
    [InlineData("messages-held.tsv")]
    public void Own_messages_reach_the_gates(string file)
    {
        var rows = SharedCases.Parse(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Core", "Language", "Data", file)));
        var scores = new MessageScores(file);

        foreach (var row in rows)
            scores.Count(row);

        scores.MustReachTheGates();
    }

    [Fact]
    public void A_guess_names_its_words()
    {
        var best = Model.Read(TextNormaliser.Read("kartu KIS saya mati, ditolak")).Best;

        Assert.Equal("KIS_MATI", best?.Code);
        Assert.Contains("KIS", best!.Words);
        Assert.Contains("mati", best.Words);
    }

    [Fact]
    public void Every_category_of_the_rules_is_in_the_taxonomy()
    {
        var known = LexiconTables.Categories.Select(row => row.Code).ToHashSet();

        Assert.Equal(25, known.Count);
        Assert.All(LexiconTables.Seed.Rules, row => Assert.True(row[0] == "-" || known.Contains(row[0]), row[0]));
    }

    private sealed class MessageScores(string file)
    {
        private readonly bool secret = file.Contains("held", StringComparison.Ordinal);
        private readonly Score right = new($"{file}: right", 0.90);
        private readonly Score top3 = new($"{file}: in the best three", 0.97);
        private readonly Score refused = new($"{file}: out of scope", 0.95);
        private readonly Score danger = new($"{file}: danger found", 0.95);
        private readonly Score calm = new($"{file}: no false alarm", 0.97);

        public void Count(IReadOnlyDictionary<string, string> row)
        {
            var text = row["text"];
            var accepted = row["categories"].Split('|');
            var reading = Reader.Understand(text, DateTimeOffset.UnixEpoch).Complaint;
            var codes = reading.Candidates.Select(candidate => candidate.Code).ToList();
            var miss = secret ? "(kept unseen)" : $"{text} [{row["categories"]}] → {string.Join(", ", reading.Candidates.Take(3).Select(candidate => string.Create(CultureInfo.InvariantCulture, $"{candidate.Code} {candidate.Weight} ({string.Join('/', candidate.Words)})")))}";
            if (row["categories"] == "-")
                refused.Count(codes.Count == 0, miss);
            else
            {
                right.Count(codes.Count == 0 ? accepted.Contains("-") : accepted.Contains(codes[0]), miss);
                top3.Count((codes.Count == 0 && accepted.Contains("-")) || codes.Take(3).Any(accepted.Contains), miss);
            }
            if (row["danger"] == "any") return;
            var found = DangerWords.Read(text);
            if (row["danger"] == "none")
                calm.Count(found.Kind == DangerKind.None, secret ? miss : $"{text}: {found.Group}");
            else
                danger.Count(row["danger"] == "suicidal" ? found.Kind == DangerKind.Suicidal : found.Kind != DangerKind.None, secret ? miss : text);
        }

        public void MustReachTheGates() =>
            Assert.Multiple(right.MustReachTheGate, top3.MustReachTheGate, refused.MustReachTheGate, danger.MustReachTheGate, calm.MustReachTheGate);
    }
}
