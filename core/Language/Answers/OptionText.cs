using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Answers;

/// <summary>An option's label or an answer, as plain words and as all letters joined ("Kedungbanteng" is also "kedung banteng").</summary>
internal sealed record OptionText(string[] Words, string Joined)
{
    public static OptionText Of(WrittenText text, bool trimCourtesy)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Count; i++)
            if (text[i].Kind != TokenKind.Symbol && !(trimCourtesy && (AnswerWords.Courtesy.Contains(text.Word(i)) || text.Word(i) is "yang" or "yg")))
                words.Add(text.Word(i).ToString());
        return new OptionText([.. words], string.Concat(words));
    }

    /// <summary>The label begins with exactly these words.</summary>
    public bool StartsWithWordsOf(OptionText answer) =>
        answer.Words.Length > 0 && answer.Words.Length <= Words.Length && Words.AsSpan(0, answer.Words.Length).SequenceEqual(answer.Words);
}
