using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Tests.Core.Conversations;

/// <summary>Every transcript of tests/Journeys, played on the real engine, inbox, outbox and database.</summary>
public sealed class JourneyTests
{
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

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Puskesos.Bot.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "Journeys");
    }
}
