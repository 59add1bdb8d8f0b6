namespace Puskesos.Core.Language.Messages;

/// <summary>For whom somebody complains, when the message clearly says so.</summary>
public enum ForWhom
{
    NotSaid,
    Self,
    Household,
    SomebodyElse,
}
