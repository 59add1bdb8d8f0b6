using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Dates;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Recognition;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>All entities of a message at once; a number inside an identity number, a phone, an RT or a date is not named again.</summary>
public static class MessageEntities
{
    private static readonly IndonesianRecognizer Recognizer = new();

    /// <summary>The entities in the order of writing.</summary>
    public static List<ModelResult> Find(WrittenText text, DateTime now, Func<string, bool?>? knowsRegion = null)
    {
        var identities = IdentityNumberReader.Find(text, knowsRegion);
        return Find(text, identities, TimeScanner.Find(text, now), PhoneNumberReader.Find(text, identities));
    }

    internal static List<ModelResult> Find(WrittenText text, IReadOnlyList<IdentityNumber> identities, List<TimeFinding> times, IReadOnlyList<PhoneNumber> phones)
    {
        var results = new List<ModelResult>();
        var taken = new bool[text.Original.Length];
        Take(Recognizer.GetNikModel().Results(text, identities), results, taken, true);
        Take(Recognizer.GetKkModel().Results(text, identities), results, taken, true);
        foreach (var identity in identities)
            taken.AsSpan(identity.Start..(identity.End + 1)).Fill(true);
        Take(PhoneNumberModel.Results(text, phones), results, taken, true);
        Take(Recognizer.GetRtRwModel().Parse(text), results, taken, true);
        Take(DateTimeModel.Results(text, times), results, taken, true);
        Take(Recognizer.GetOrdinalModel().Parse(text), results, taken, false);
        Take(Recognizer.GetCurrencyModel().Parse(text), results, taken, false);
        Take(Recognizer.GetNumberModel().Parse(text), results, taken, false);
        results.AddRange(Recognizer.GetBooleanModel().Parse(text));
        results.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.TypeName, b.TypeName));
        return results;
    }

    /// <summary>Adds what stands apart from the stronger kinds before it; a strong kind then takes its own place.</summary>
    private static void Take(List<ModelResult> found, List<ModelResult> results, bool[] taken, bool isStrong)
    {
        foreach (var result in found)
        {
            var place = taken.AsSpan(result.Start..(result.End + 1));
            if (place.Contains(true))
                continue;
            results.Add(result);
            if (isStrong)
                place.Fill(true);
        }
    }
}
