using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Places;

namespace Puskesos.Tool;

/// <summary>`understand`: lines in, one JSON object a line out.</summary>
public static class UnderstandVerb
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var now = new Option<string?>("--now") { Description = "ISO time from which relative dates count; the present when left out." };
        var area = new Option<string?>("--area") { Description = "Kemendagri code of the regency in which places are looked for." };
        var verb = new Command("understand", "Reads lines from standard input and writes what was understood, one JSON object a line.") { now, area };
        verb.SetAction(async (given, cancellationToken) =>
        {
            if (!Read(given.GetValue(now), out var at))
            {
                await Console.Error.WriteLineAsync("--now must be an ISO time.");
                return 1;
            }

            var places = services().GetRequiredService<LivePlaceIndex>();
            await places.RefreshAsync(cancellationToken);
            await services().GetRequiredService<CatalogueRefresh>().RefreshAsync(cancellationToken);
            var words = services().GetRequiredService<CatalogueSnapshot>().Words;
            var reading = new MessageReader(words, new PlaceReader(places.Current, given.GetValue(area)));
            while (await Console.In.ReadLineAsync(cancellationToken) is { } line) await Console.Out.WriteLineAsync(UnderstandLine.Json(reading, line, at));
            return 0;
        });
        return verb;
    }

    private static bool Read(string? text, out DateTimeOffset at)
    {
        at = TimeProvider.System.GetLocalNow();
        return text is null || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out at);
    }
}
