namespace Puskesos.Core.Calendar;

/// <summary>The office whose calendar is asked for: a unit with the hours on its card, or the regency's own office.</summary>
/// <param name="RegencyCode">Kemendagri code of the regency ("33.28"); it also gives the time zone.</param>
/// <param name="UnitCode">The unit, or null for the regency's office.</param>
/// <param name="Opens">The unit's opening time where its card names one.</param>
/// <param name="Closes">The unit's closing time where its card names one.</param>
public sealed record Office(string RegencyCode, string? UnitCode = null, TimeOnly? Opens = null, TimeOnly? Closes = null);
