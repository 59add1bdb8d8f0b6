namespace Puskesos.Core.Language.Messages;

/// <summary>For whom somebody complains, when the message clearly says so.</summary>
public enum ForWhom
{
    NotSaid,
    Self,
    Household,
    SomebodyElse,

    /// <summary>"ibu saya", "mertua": a relative, of whom it is not said whether in the same house. Only as an answer.</summary>
    Relative,
}
