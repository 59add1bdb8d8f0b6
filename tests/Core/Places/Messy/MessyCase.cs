namespace Puskesos.Tests.Core.Places.Messy;

/// <summary>A text as a resident may write it, and what must come of it.</summary>
/// <param name="Kind">The way of writing, for the table.</param>
/// <param name="Text">What was written.</param>
/// <param name="Expected">One village, the set to ask about, a sub-district, or nothing for a place outside.</param>
internal sealed record MessyCase(string Kind, string Text, Expectation Expectation, IReadOnlyList<string> Expected);

/// <summary>What a messy text must lead to.</summary>
internal enum Expectation
{
    One,
    Ask,
    SubDistrict,
    Outside,
}
