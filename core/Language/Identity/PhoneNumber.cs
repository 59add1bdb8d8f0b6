namespace Puskesos.Core.Language.Identity;

/// <summary>A telephone number in a message.</summary>
/// <param name="E164">International form, "+6281200000101".</param>
/// <param name="IsMobile">A mobile number, to which a message can be sent.</param>
/// <param name="Start">First UTF-16 unit in the message.</param>
/// <param name="End">Last UTF-16 unit (inclusive).</param>
public sealed record PhoneNumber(string E164, bool IsMobile, int Start, int End);
