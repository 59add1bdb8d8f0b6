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
        var covering = new List<ModelResult>();
        covering.AddRange(Recognizer.GetNikModel().Results(text, identities));
        covering.AddRange(Recognizer.GetKkModel().Results(text, identities));
        covering.AddRange(PhoneNumberModel.Results(text, phones));
        covering.AddRange(Recognizer.GetRtRwModel().Parse(text));
        var results = new List<ModelResult>(covering);
        results.AddRange(DateTimeModel.Results(text, times).Where(time => Apart(time, covering)));
        covering.AddRange(results.Skip(covering.Count).ToList());
        results.AddRange(Recognizer.GetOrdinalModel().Parse(text).Where(ordinal => Apart(ordinal, covering)));
        results.AddRange(Recognizer.GetCurrencyModel().Parse(text).Where(amount => Apart(amount, covering)));
        results.AddRange(Recognizer.GetNumberModel().Parse(text).Where(number => Apart(number, covering) && !identities.Any(identity => Overlap(number, identity))));
        results.AddRange(Recognizer.GetBooleanModel().Parse(text));
        results.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.TypeName, b.TypeName));
        return results;
    }

    private static bool Overlap(ModelResult number, IdentityNumber identity) => number.Start <= identity.End && identity.Start <= number.End;

    private static bool Apart(ModelResult result, List<ModelResult> covering)
    {
        foreach (var other in covering)
            if (result.Start <= other.End && other.Start <= result.End)
                return false;
        return true;
    }
}
