using System.Text.RegularExpressions;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Tests.Core.Conversations;

/// <summary>Every transcript of tests/Journeys, played on the real engine, inbox, outbox and database.</summary>
public sealed partial class JourneyTests
{
    /// <summary>Shorter messages ("1", "ya", "lewati") are words of the service as well.</summary>
    private const int ShortestTelling = 10;

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Folder(), "*.chat.txt").Order(StringComparer.Ordinal)) names.Add(Path.GetFileName(file));
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Transcript_is_what_happens(string file)
    {
        var path = Path.Combine(Folder(), file);
        Assert.SkipWhen(OutOfProcess.Find(PictureCheck.Shrinker) is null && File.ReadAllText(path).Contains("buram", StringComparison.Ordinal), "libvips-tools is not installed: no picture is called blurred");
        Assert.SkipWhen(!CardReader.IsThere && File.ReadAllText(path).Contains("[foto ktp", StringComparison.Ordinal), "tesseract-ocr is not installed: no card is read");
        Assert.SkipWhen(OutOfProcess.Find(PdfCheck.Describer) is null && File.ReadAllText(path).Contains("terkunci", StringComparison.Ordinal), "poppler-utils is not installed: a PDF's lock is not seen");
        await using var world = await TalkWorld.CreateAsync();

        await new JourneyPlayer(world).PlayAsync(Journey.Read(path));
    }

    [Theory]
    [InlineData("AskVillage-pin.chat.txt")]
    [InlineData("AskVillage-pin-outside-area.chat.txt")]
    [InlineData("AskComplaint-nik-in-the-story.chat.txt")]
    [InlineData("ConfirmReport-first-message-tells-all.chat.txt")]
    [InlineData("AskDanger-violence-at-night.chat.txt")]
    public async Task No_log_line_of_any_level_holds_what_people_wrote_or_where_they_are(string file)
    {
        var log = new LogLines();
        var journey = Journey.Read(Path.Combine(Folder(), file));
        await using var world = await TalkWorld.CreateAsync(log);

        await new JourneyPlayer(world).PlayAsync(journey);

        var lines = string.Join('\n', log.Lines);
        var written = journey.Beats.Where(beat => beat.Kind == '>').Select(beat => beat.Text).ToList();
        var secrets = written.Where(text => text.Length >= ShortestTelling).Concat(written.SelectMany(text => Numbers().Matches(text).Select(number => number.Value))).ToList();
        Assert.NotEmpty(secrets);
        Assert.NotEmpty(lines);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, lines, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A coordinate, a NIK or a phone number.</summary>
    [GeneratedRegex(@"\d+\.\d{3,}|\d{8,}")]
    private static partial Regex Numbers();

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Puskesos.Bot.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "Journeys");
    }
}
