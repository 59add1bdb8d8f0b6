using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>One question: how it is asked, how its answer is read. Pure; one object serves all talks.</summary>
public interface IStep
{
    Step Id { get; }

    /// <summary>The question as it stands now.</summary>
    Say Ask(TurnView view);

    /// <summary>Reads an answer; what does not fit is <see cref="StepResult.NotUnderstood"/>.</summary>
    StepResult Read(IncomingMessage message, TurnView view);

    /// <summary>The draft without this question's answer, for KEMBALI and "Ubah".</summary>
    Draft Forget(Draft draft) => draft;

    /// <summary>True when several short messages in a row are one answer.</summary>
    bool JoinsTexts => false;

    /// <summary>True when a voice note can be the answer.</summary>
    bool TakesVoice => false;

    /// <summary>True when pictures and files can be the answer.</summary>
    bool TakesMedia => false;
}
