using System.Text.RegularExpressions;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Support;

/// <summary>Brings a talk to where a transcript begins ("so far: …"), by talking; nothing is written behind the engine's back but closed cases.</summary>
public sealed partial class JourneyPreparation(TalkWorld world, Journey journey, int at, (Channel Channel, string Address) chat)
{
    private const int MostAnswers = 40;
    private string told = "";

    public async Task PrepareAsync(string soFar)
    {
        told = soFar;
        await JourneyPlaces.SetAsync(world, soFar);
        var target = StepAfter();
        foreach (Match open in TicketWord().Matches(soFar).Cast<Match>())
        {
            await JourneyTickets.SetAsync(world, open.Value);
            await TalkUntilAsync(Step.Greet, open.Value);
            if (soFar.Contains("closed", StringComparison.Ordinal))
                await world.Database.ScalarAsync("update cases set status = 'DIKONFIRMASI', closed_at = $1 where ticket = $2", world.Clock.GetUtcNow(), open.Value);
        }

        if (target != Step.Greet) await TalkUntilAsync(target, null);
    }

    private Step StepAfter()
    {
        for (var next = at + 1; next < journey.Beats.Count && journey.Beats[next].Kind is not '>'; next++)
            if (journey.Beats[next].Kind == '=') return Enum.Parse<Step>(journey.Beats[next].Text.Split(' ')[0]);
        return Step.Greet;
    }

    private async Task TalkUntilAsync(Step target, string? ticket)
    {
        await WriteAsync("lapor");
        for (var count = 0; count < MostAnswers; count++)
        {
            var step = (await world.TalkAsync(chat.Channel, chat.Address))!.Step;
            if (step == target && (ticket is null || await FiledAsync(ticket))) return;
            if (step == Step.Greet) return;
            await WriteAsync(Answer(step));
        }

        Assert.Fail($"{journey.Name}: the beginning could not be reached ({target})");
    }

    private async Task<bool> FiledAsync(string ticket) =>
        await world.Database.ScalarAsync("select count(*) from cases where ticket = $1", ticket) is > 0L;

    private string Answer(Step step) => step switch
    {
        Step.AskConsent or Step.ConfirmVillage or Step.ConfirmNeed or Step.ConfirmReport => "1",
        Step.AskForWhom => Word(ForWhomWord(), "1"),
        Step.AskName => Word(NameWord(), "Tumini"),
        Step.AskVillage => Village(),
        Step.AskNeedGroup => $"{Need().MenuGroup}",
        Step.AskNeed => Need().Label,
        Step.AskComplaint => FromSummary("Cerita: ", "cerita singkat untuk percobaan"),
        Step.AskDocuments => told.Contains("sent", StringComparison.Ordinal) || told.Contains("nothing awaited", StringComparison.Ordinal) || FromSummary("Berkas: ", "").StartsWith("KTP, KK", StringComparison.Ordinal) ? "[foto]" : "selesai",
        Step.AskPhone => told.Contains("phone known", StringComparison.Ordinal) ? "0812-0000-0199" : "lewati",
        _ => "1",
    };

    private NeedCategory Need() => CatalogueSeed.Categories.FirstOrDefault(need => NeedWord().Matches(told).Any(word => word.Value == need.Code)) ?? CatalogueSeed.Categories.First(need => need.Code == "DATA");

    private string Village()
    {
        var place = PlaceWord().Match(told);
        if (!place.Success) return "jatibogor suradadi";
        return FromSummary("Desa/kelurahan: ", $"{place.Groups[1].Value} {place.Groups[2].Value}").Replace(", Kec.", "", StringComparison.Ordinal);
    }

    private string FromSummary(string label, string otherwise)
    {
        for (var next = at + 1; next < journey.Beats.Count; next++)
            foreach (var line in journey.Beats[next].Text.Split('\n'))
                if (journey.Beats[next].Kind == '<' && line.StartsWith(label, StringComparison.Ordinal)) return line[label.Length..];
        return otherwise;
    }

    private string Word(Regex pattern, string otherwise) => pattern.Match(told) is { Success: true } found ? found.Groups[1].Value.Trim() : otherwise;

    private async Task WriteAsync(string line) => await world.ReceiveAsync(JourneyMessages.Of(line, chat.Channel, chat.Address));

    [GeneratedRegex(@"[A-Z]{3}-\d{4}-\d+-\d")]
    private static partial Regex TicketWord();

    [GeneratedRegex(@"for whom (\d)")]
    private static partial Regex ForWhomWord();

    [GeneratedRegex(@"(?:name|belongs to) ([A-Z][A-Za-z ]+?)(?: has|,|;|$| at)")]
    private static partial Regex NameWord();

    [GeneratedRegex(@"Desa ([A-Z][a-z]+)(?: \(([A-Z][a-z]+)\))?")]
    private static partial Regex PlaceWord();

    [GeneratedRegex(@"\b([A-Z]{3,}(?:_[A-Z]+)?)\b")]
    private static partial Regex NeedWord();
}
