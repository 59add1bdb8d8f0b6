using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Ppks;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reports;

/// <summary>The words of a report: its fixed lines from ReportText.resx, and the names of categories, papers, units and officers.</summary>
public sealed class ReportLabels
{
    private static readonly FrozenDictionary<string, string> Words = Load();
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> names;

    private ReportLabels(Dictionary<string, IReadOnlyDictionary<string, string>> names) => this.names = names;

    /// <summary>Reads the names that stand in a report now.</summary>
    public static async Task<ReportLabels> LoadAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var officers = await database.Users.AsNoTracking().ToDictionaryAsync(row => row.Id.ToString(CultureInfo.InvariantCulture), row => row.Name, cancellationToken);
        var channels = Enum.GetValues<Channel>().ToDictionary(channel => ((int)channel).ToString(CultureInfo.InvariantCulture), channel => T($"Channel_{channel}"));
        var units = await database.Set<PuskesosUnit>().AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Name, cancellationToken);
        return new(new()
        {
            ["category"] = await database.Categories.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Label, cancellationToken),
            ["paper"] = await database.DocumentKinds.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.Label, cancellationToken),
            ["unit"] = units,
            ["cost-unit"] = units.ToDictionary(row => row.Key, row => $"{T("Row_26_cost")}, {row.Value}"),
            ["open"] = officers.ToDictionary(row => row.Key, row => $"{row.Value}: {T("Officer_Open")}"),
            ["closed"] = officers.ToDictionary(row => row.Key, row => $"{row.Value}: {T("Officer_Closed")}"),
            ["absent"] = officers.ToDictionary(row => row.Key, row => $"{row.Value}: {T("Officer_Absent")}"),
            ["kind"] = Enumerable.Range(1, PpksKinds.Last).ToDictionary(kind => kind.ToString(CultureInfo.InvariantCulture), Ppks),
            ["agency"] = Enum.GetValues<AgencyKind>().ToDictionary(kind => ((int)kind).ToString(CultureInfo.InvariantCulture), kind => T($"Agency_{kind}")),
            ["channel"] = channels,
            ["failed"] = channels.ToDictionary(row => row.Key, row => $"{T("Row_26_failed")}, {row.Value}"),
            ["cost"] = channels.ToDictionary(row => row.Key, row => $"{T("Row_26_cost")}, {row.Value}"),
        });
    }

    /// <summary>What people read for a part of an indicator.</summary>
    public string Of(int indicator, string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var key = string.Create(CultureInfo.InvariantCulture, $"Row_{indicator}_{part.Replace('-', '_').Replace(':', '_')}");
        if (Words.TryGetValue(key, out var words)) return words;
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return part;
        var (kind, code) = (part[..colon], part[(colon + 1)..]);
        return code == "rest" ? T("Row_Rest") : names.TryGetValue(kind, out var known) && known.TryGetValue(code, out var name) ? name : code;
    }

    /// <summary>What a report is narrowed to: "KIS/BPJS gratis mati, WhatsApp, perempuan".</summary>
    public string Of(ReportFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return string.Join(", ", new[]
        {
            filter.Category is { } category ? names["category"].GetValueOrDefault(category, category) : null,
            filter.Ppks is { } kind ? Ppks(kind) : null,
            filter.Channel is { } channel ? T($"Channel_{channel}") : null,
            filter.IsWoman is { } woman ? T(woman ? "Row_3_women" : "Row_3_men") : null,
        }.OfType<string>());
    }

    /// <summary>Why there is no figure, for what is never recorded or not for this area; null where a time without cases is the whole reason.</summary>
    public static string? Why(int indicator, string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var kind = part.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? part[..colon] : part;
        return Words.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"Why_{indicator}_{kind.Replace('-', '_')}"));
    }

    /// <summary>The name of an indicator.</summary>
    public static string Indicator(int number) => T(string.Create(CultureInfo.InvariantCulture, $"Indicator_{number}"));

    /// <summary>What officers call a kind of PPKS.</summary>
    public static string Ppks(int kind) => T(string.Create(CultureInfo.InvariantCulture, $"Ppks_{kind}"));

    /// <summary>A text of the report.</summary>
    public static string T(string key) => Words[key];

    private static FrozenDictionary<string, string> Load()
    {
        using var reader = new ResourceReader(typeof(ReportLabels).Assembly.GetManifestResourceStream("Puskesos.Core.Texts.ReportText.resources")!);
        return reader.Cast<DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
