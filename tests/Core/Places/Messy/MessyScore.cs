using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places.Messy;

/// <summary>Counts what became of messy texts. Silently wrong is the strictest: one village, and not the meant one.</summary>
internal sealed class MessyScore
{
    private readonly SortedDictionary<string, Tally> _byKind = new(StringComparer.Ordinal);

    public List<string> Wrong { get; } = [];

    public double SilentlyWrong => Share(tally => tally.SilentlyWrong, tally => tally.Texts);

    public double UniqueFound => Share(tally => tally.Found, tally => tally.Unique);

    public double AskSetsExact => Share(tally => tally.AskExact, tally => tally.Ask);

    public int AskSets => _byKind.Values.Sum(tally => tally.Ask);

    public void Count(MessyCase messy, PlaceFinding finding)
    {
        if (!_byKind.TryGetValue(messy.Kind, out var tally))
        {
            _byKind[messy.Kind] = tally = new Tally();
        }

        tally.Texts++;
        var codes = finding.Candidates.Select(candidate => candidate.Code).ToHashSet();
        var right = messy.Expectation switch
        {
            Expectation.One => finding.Kind == PlaceFindingKind.One && codes.SetEquals(messy.Expected),
            Expectation.Ask => finding.Kind == PlaceFindingKind.Ask && codes.SetEquals(messy.Expected),
            Expectation.SubDistrict => finding.Kind == PlaceFindingKind.SubDistrict && finding.SubDistrict?.Code == messy.Expected[0],
            _ => finding.Kind is PlaceFindingKind.Outside or PlaceFindingKind.OutsideServed,
        };
        tally.Unique += messy.Expectation == Expectation.One ? 1 : 0;
        tally.Found += messy.Expectation == Expectation.One && right ? 1 : 0;
        tally.Ask += messy.Expectation == Expectation.Ask ? 1 : 0;
        tally.AskExact += messy.Expectation == Expectation.Ask && right ? 1 : 0;
        tally.Right += right ? 1 : 0;
        if (finding.Kind == PlaceFindingKind.One && !right)
        {
            tally.SilentlyWrong++;
        }

        if (!right)
        {
            Wrong.Add($"{messy.Kind} | {messy.Text} | {messy.Expectation} {string.Join(' ', messy.Expected)} | {finding.Kind} {string.Join(", ", finding.Candidates.Take(4).Select(candidate => $"{candidate.Name}/{candidate.SubDistrictName}"))} {finding.SubDistrict?.Name} {finding.Outside?.Name}");
        }
    }

    public string Table(string title)
    {
        var lines = new List<string> { title, $"{"way of writing",-28}{"texts",8}{"right",9}{"silently wrong",16}" };
        lines.AddRange(_byKind.Select(row => $"{row.Key,-28}{row.Value.Texts,8}{(double)row.Value.Right / row.Value.Texts,9:P1}{(double)row.Value.SilentlyWrong / row.Value.Texts,16:P2}"));
        lines.Add($"all: {_byKind.Values.Sum(tally => tally.Texts)} texts, silently wrong {SilentlyWrong:P2}, unique found {UniqueFound:P2}, ask sets exact {AskSetsExact:P2}");
        return string.Join('\n', lines);
    }

    private double Share(Func<Tally, int> part, Func<Tally, int> whole)
    {
        var all = _byKind.Values.Sum(whole);
        return all == 0 ? 0 : (double)_byKind.Values.Sum(part) / all;
    }

    private sealed class Tally
    {
        public int Texts { get; set; }

        public int Right { get; set; }

        public int Unique { get; set; }

        public int Found { get; set; }

        public int Ask { get; set; }

        public int AskExact { get; set; }

        public int SilentlyWrong { get; set; }
    }
}
