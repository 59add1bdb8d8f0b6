using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Puskesos.Core.Language.Danger;

namespace Puskesos.Core.Language.Messages;

/// <summary>Turns one line of text into the JSON object that the operator's verb <c>understand</c> prints.</summary>
public static class UnderstandLine
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>One JSON object without line break; <paramref name="now"/> is local time of the area.</summary>
    public static string Json(MessageReader reader, string line, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = reader.Understand(line, now);
        var best = read.Complaint.Best;
        return JsonSerializer.Serialize(
            new
            {
                entities = read.Entities.Select(entity => new { type = entity.TypeName, text = entity.Text, start = entity.Start, end = entity.End, resolution = entity.Resolution }),
                category = best is null ? null : new { code = best.Code, score = best.Score, accept = read.Complaint.Candidates.Skip(1).Select(candidate => candidate.Code).Concat(read.Complaint.Related) },
                issue = read.Complaint.Issue,
                programmes = read.Complaint.Programmes,
                words = best?.Words ?? [],
                needs = read.Needs,
                urgent = read.Danger.Kind != DangerKind.None,
                language = read.Language.Language.ToString(),
                place = new { kind = Kind(read.Place.Kind), codes = read.Place.Codes },
            },
            Options);
    }

    private static string Kind(PlaceKind kind) => kind switch
    {
        PlaceKind.One => "one",
        PlaceKind.Ask => "ask",
        PlaceKind.SubDistrict => "subdistrict",
        PlaceKind.Outside => "outside",
        _ => "none",
    };
}
