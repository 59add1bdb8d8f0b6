using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>Everything that was put into the outbox, beside what the slow model says that everybody must be told.</summary>
internal sealed partial class SimulatedMessages(
    ILookup<string, (int Minute, long CaseId, string Key)> ofOfficers, ILookup<int, (int Minute, string Key)> ofResidents, ILookup<string, Bundle> bundles,
    IReadOnlyList<MorningList> mornings, IReadOnlyList<string> atWrongHours)
{
    private const int MostAtOnce = 3, QuietUntil = 7 * 60, QuietFrom = 20 * 60;

    public int Count => ofOfficers.Sum(one => one.Count()) + ofResidents.Sum(one => one.Count()) + bundles.Sum(one => one.Count()) + mornings.Count;

    public static async Task<SimulatedMessages> ReadAsync(ReminderWorld world, Dictionary<long, int> numbers)
    {
        var names = await world.QueryAsync(storage => (
            from link in storage.OfficerLinks join officer in storage.Users on link.OfficerId equals officer.Id select new { link.AddressId, officer.Name })
            .ToDictionaryAsync(row => row.AddressId, row => row.Name));
        var outbox = world.Make<Outbox>();
        var rows = await world.QueryAsync(storage => storage.Outbox.AsNoTracking().OrderBy(row => row.Id)
            .Select(row => new { row.ConversationId, row.TextKey, row.DedupeKey, row.CreatedAt, row.NotBefore, Body = row.TextKey == "ManyReminders_ToOfficer" || row.TextKey.StartsWith("MorningDigest_") ? row.Body : null }).ToListAsync());
        var (officers, residents, many, lists, wrong) = (new List<(string, (int, long, string))>(), new List<(int, (int, string))>(), new List<(string, Bundle)>(), new List<MorningList>(), new List<string>());
        foreach (var row in rows)
        {
            var (minute, from) = (SlowOffice.MinuteOf(row.CreatedAt), SlowOffice.MinuteOf(row.NotBefore));
            var officer = names.GetValueOrDefault(row.ConversationId);
            if (officer is null) residents.Add((numbers[row.ConversationId], (minute, row.TextKey)));
            else if (row.Body is null) officers.Add((officer, (minute, long.Parse(row.DedupeKey!.Split('/')[1], CultureInfo.InvariantCulture), row.TextKey)));
            else
            {
                var told = outbox.Open(new OutboxMessage { TextKey = row.TextKey, Body = row.Body })!;
                if (row.DedupeKey!.StartsWith("digest/", StringComparison.Ordinal)) lists.Add(new(minute, officer, FiguresOf(told)));
                else many.Add((officer, new Bundle(minute, from, CountOf(told))));
            }

            if (from != HourOf(row.TextKey, officer, minute)) wrong.Add($"{row.TextKey} of {SlowOffice.At(minute):yyyy-MM-dd HH:mm} goes out {SlowOffice.At(from):yyyy-MM-dd HH:mm}");
        }

        return new(officers.ToLookup(one => one.Item1, one => one.Item2), residents.ToLookup(one => one.Item1, one => one.Item2), many.ToLookup(one => one.Item1, one => one.Item2), lists, wrong);
    }

    /// <summary>What a resident read, against what the model tells.</summary>
    public string? ResidentComplaint(int number, IEnumerable<Told> told)
    {
        var (expected, found) = (told.Select(one => (one.Minute, one.Key)).OrderBy(one => one).ToList(), ofResidents[number].OrderBy(one => one).ToList());
        return expected.SequenceEqual(found) ? null : $"resident {number}: missing {Say(expected.Except(found))}; unexpected {Say(found.Except(expected))}";
    }

    /// <summary>Every message of an officer is one that the model tells; the rest of what it tells is counted in bundles, and only beyond three at once.</summary>
    public IEnumerable<string> OfficerComplaints(string officer, IReadOnlyCollection<(int Minute, long CaseId, string Key)> told)
    {
        var (singles, bundled) = (ofOfficers[officer].ToHashSet(), bundles[officer].ToList());
        if (singles.Count != ofOfficers[officer].Count()) yield return $"{officer} was told something twice";
        if (singles.Except(told).Select(one => ((int, long, string)?)one).FirstOrDefault() is { } strange) yield return $"{officer} was told {strange}";
        if (told.Count - singles.Count != bundled.Sum(one => one.Count)) yield return $"{officer}: {told.Count} to tell, {singles.Count} told, {bundled.Sum(one => one.Count)} in bundles";
        foreach (var minute in told.GroupBy(one => one.Minute))
        {
            var alone = minute.Count(singles.Contains);
            var waits = bundled.Any(one => one.CreatedAt <= minute.Key && minute.Key < one.From);
            if (alone > MostAtOnce || (alone < minute.Count() && !waits))
                yield return $"{officer}: {alone} of {minute.Count()} told at {SlowOffice.At(minute.Key):yyyy-MM-dd HH:mm}";
        }
    }

    /// <summary>Every officer reads one list a morning, with the figures that the model counts, and none when there is nothing to read.</summary>
    public IEnumerable<string> MorningComplaints(IReadOnlyCollection<MorningList> told)
    {
        foreach (var missing in told.Except(mornings)) yield return $"{missing.Officer} should read {missing.Figures} at {SlowOffice.At(missing.Minute):yyyy-MM-dd HH:mm}";
        foreach (var strange in mornings.Except(told)) yield return $"{strange.Officer} reads {strange.Figures} at {SlowOffice.At(strange.Minute):yyyy-MM-dd HH:mm}";
        foreach (var twice in mornings.GroupBy(list => (list.Minute, list.Officer)).Where(lists => lists.Count() > 1)) yield return $"{twice.Key.Officer} reads two lists at {SlowOffice.At(twice.Key.Minute):yyyy-MM-dd HH:mm}";
    }

    public IEnumerable<string> HourComplaints() => atWrongHours;

    /// <summary>Nobody reads two messages about one case in the same minute.</summary>
    public IEnumerable<string> PairComplaints() =>
        from officer in ofOfficers
        from told in officer.GroupBy(one => (one.CaseId, From: HourOf(one.Key, officer.Key, one.Minute)))
        where told.Count() > 1
        select $"{officer.Key} reads {string.Join(" and ", told.Select(one => $"{one.Key} of {SlowOffice.At(one.Minute):yyyy-MM-dd HH:mm}"))} about case {told.Key.CaseId} at {SlowOffice.At(told.Key.From):yyyy-MM-dd HH:mm}";

    /// <summary>Officers read when the office is open, residents outside the quiet hours, a visit's reminders at their minute.</summary>
    private static int HourOf(string key, string? officer, int minute) => (key, officer) switch
    {
        ("VisitSoon_ToOfficer", _) => minute,
        // A fasilitator hears of visits alone, and those are told at their hour, also beyond three of them (domain sheet, section 7).
        ("ManyReminders_ToOfficer", ['F', 'A', ..]) => minute + 1,
        ("ManyReminders_ToOfficer", _) => Math.Max(SlowOffice.NextOpen(minute), minute + 1),
        (_, not null) => SlowOffice.NextOpen(minute),
        _ => (minute % SlowOffice.DayMinutes) switch
        {
            < QuietUntil => minute - (minute % SlowOffice.DayMinutes) + QuietUntil,
            >= QuietFrom => minute - (minute % SlowOffice.DayMinutes) + SlowOffice.DayMinutes + QuietUntil,
            _ => minute,
        },
    };

    private static int CountOf(OutgoingMessage message) => int.Parse(message.Text.Split(' ')[1], CultureInfo.InvariantCulture);

    /// <summary>The numbers of a morning list, between its greeting and its link.</summary>
    private static string FiguresOf(OutgoingMessage message) =>
        string.Join('/', Numbers().Matches(message.Text[message.Text.IndexOf(": ", StringComparison.Ordinal)..message.Text.IndexOf(": buka", StringComparison.Ordinal)]).Select(number => number.Value));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    private static string Say(IEnumerable<(int Minute, string Key)> told) => string.Join(", ", told.Select(one => $"{one.Key} at {SlowOffice.At(one.Minute):yyyy-MM-dd HH:mm}"));
}

/// <summary>A message that counts reminders: when it was begun, when it goes out, how many it counts.</summary>
internal sealed record Bundle(int CreatedAt, int From, int Count);
