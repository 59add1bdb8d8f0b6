using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases.Ppks;
using Puskesos.Core.Messaging;
using Puskesos.Core.Reports;

namespace Puskesos.Admin.Pages.Reports;

/// <summary>The filter as it stands in the page's address; an empty field leaves all in.</summary>
public sealed class FilterFields
{
    /// <summary>Fields of the address, in the order of the form.</summary>
    public const string CategoryName = "perlu", PpksName = "ppks", ChannelName = "kanal", GenderName = "jk";

    private const string Woman = "P", Man = "L";

    [FromQuery(Name = CategoryName)]
    public string? Category { get; set; }

    [FromQuery(Name = PpksName)]
    public string? Ppks { get; set; }

    [FromQuery(Name = ChannelName)]
    public string? Channel { get; set; }

    /// <summary>P for women, L for men, as on an identity card.</summary>
    [FromQuery(Name = GenderName)]
    public string? Gender { get; set; }

    /// <summary>The fields that are filled.</summary>
    public IEnumerable<(string Name, string Value)> Filled() =>
        new[] { (CategoryName, Category), (PpksName, Ppks), (ChannelName, Channel), (GenderName, Gender) }
            .Where(field => !string.IsNullOrEmpty(field.Item2)).Select(field => (field.Item1, field.Item2!));

    /// <summary>The fields of the form: each with its label, and its choices as value and words.</summary>
    public static IEnumerable<(string Name, string Label, IEnumerable<(string Value, string Words)> Choices)> All(IEnumerable<(string Code, string Label)> categories) =>
    [
        (CategoryName, AdminText.Report_Category, categories),
        (PpksName, AdminText.Report_Ppks, Enumerable.Range(1, PpksKinds.Last).Select(kind => (kind.ToString(CultureInfo.InvariantCulture), ReportLabels.Ppks(kind)))),
        (ChannelName, AdminText.Report_Channel, Enum.GetValues<Channel>().Select(channel => (channel.ToString(), ReportLabels.T($"Channel_{channel}")))),
        (GenderName, AdminText.Report_Gender, [(Woman, ReportLabels.T("Row_3_women")), (Man, ReportLabels.T("Row_3_men"))]),
    ];

    /// <summary>What is asked for; null when a field holds something that nobody can choose.</summary>
    public ReportFilter? Read(IEnumerable<(string Code, string Label)> categories)
    {
        foreach (var (name, _, choices) in All(categories))
            if (Of(name) is { } value && choices.All(choice => choice.Value != value)) return null;
        return new(
            Of(CategoryName), Of(PpksName) is { } kind ? int.Parse(kind, CultureInfo.InvariantCulture) : null,
            Of(ChannelName) is { } channel ? Enum.Parse<Channel>(channel) : null, Of(GenderName) is { } gender ? gender == Woman : null);
    }

    /// <summary>What a field holds; null when it is empty.</summary>
    public string? Of(string name) => Filled().Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault();
}
