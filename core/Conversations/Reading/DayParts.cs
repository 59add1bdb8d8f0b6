using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>The part of the day in the person's language: "pagi", "enjing".</summary>
public static class DayParts
{
    public static string Of(TurnView view) =>
        view.Texts.Get($"DayPart_{IndonesianFormat.DayPart(TimeOnly.FromDateTime(view.LocalNow.DateTime))}", view.Language);
}
