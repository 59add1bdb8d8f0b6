
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
        await using var world = await TalkWorld.CreateAsync();

        await new JourneyPlayer(world).PlayAsync(Journey.Read(Path.Combine(Folder(), file)));
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Puskesos.Bot.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "Journeys");
    }
}
