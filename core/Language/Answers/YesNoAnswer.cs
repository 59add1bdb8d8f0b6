namespace Puskesos.Core.Language.Answers;

/// <summary>What a whole message says to a yes-or-no question.</summary>
public enum YesNoAnswer
{
    None,
    Yes,
    No,
    NotYet,
    Already,
}
