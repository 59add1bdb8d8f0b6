using Puskesos.Core.Conversations;

namespace Puskesos.Bot.WebChat;

/// <summary>How far the telling of a complaint is: a number and one word.</summary>
public sealed record ChatProgress(int Number, string WordKey)
{
    /// <summary>Questions of a whole complaint, from consent to papers.</summary>
    public const int Questions = 7;

    /// <summary>Where a step stands; null for everything that is not part of telling a complaint.</summary>
    public static ChatProgress? Of(Step step) => step switch
    {
        Step.AskConsent => new(1, nameof(ChatText.Progress_Consent)),
        Step.AskForWhom => new(2, nameof(ChatText.Progress_ForWhom)),
        Step.AskName or Step.AskHelpedName or Step.AskHelpedPermission or Step.AskHelpedPhone => new(3, nameof(ChatText.Progress_Name)),
        Step.AskVillage or Step.ConfirmVillage => new(4, nameof(ChatText.Progress_Village)),
        Step.AskNeedGroup or Step.AskNeed or Step.ConfirmNeed => new(5, nameof(ChatText.Progress_Need)),
        Step.AskComplaint => new(6, nameof(ChatText.Progress_Story)),
        Step.AskDocuments or Step.ConfirmCard => new(7, nameof(ChatText.Progress_Documents)),
        Step.ConfirmReport or Step.AskChange => new(Questions, nameof(ChatText.Progress_Check)),
        _ => null,
    };
}
