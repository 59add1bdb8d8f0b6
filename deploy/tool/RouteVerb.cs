using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Places;

namespace Puskesos.Tool;

/// <summary>`route`: says which unit gets a case of a village or a pin, and by which rule.</summary>
public static class RouteVerb
{
    private const int Refused = 1;

    public static Command Create(Func<IServiceProvider> services)
    {
        var place = new Argument<string[]>("place") { Description = "A village code, or latitude and longitude.", Arity = new ArgumentArity(1, 2) };
        var verb = new Command("route", "Says which unit gets a case, and by which rule.") { place };
        verb.SetAction(async (given, cancellationToken) =>
        {
            await using var scope = services().CreateAsyncScope();
            var request = scope.ServiceProvider.GetRequiredService<RouteQuestion>();
            if (await AnswerAsync(request, given.GetValue(place)!, cancellationToken) is not { } decision)
            {
                await Console.Error.WriteLineAsync("Name a village code such as 33.28.16.2007, or latitude and longitude.");
                return Refused;
            }

            Console.WriteLine(JsonSerializer.Serialize(new
            {
                unit = decision.UnitCode,
                name = decision.UnitName,
                kind = decision.UnitKind is { } kind ? RouteNames.Of(kind) : null,
                rule = RouteNames.Of(decision.Rule),
            }));
            return 0;
        });
        return verb;
    }

    private static async Task<RouteDecision?> AnswerAsync(RouteQuestion question, string[] place, CancellationToken cancellationToken)
    {
        if (place is [var written] && PlaceCode.Normalise(written) is { } code && PlaceCode.IsVillage(code))
        {
            return await question.OfVillageAsync(code, cancellationToken);
        }

        return place is [var north, var east]
            && double.TryParse(north, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(east, CultureInfo.InvariantCulture, out var longitude)
            && new MapPoint(latitude, longitude) is { IsValid: true } pin
            ? await question.OfPinAsync(pin, cancellationToken)
            : null;
    }
}
