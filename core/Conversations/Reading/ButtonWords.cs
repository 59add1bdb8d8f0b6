namespace Puskesos.Core.Conversations;

/// <summary>Command words as they stand on buttons; they stay Indonesian in every language.</summary>
public static class ButtonWords
{
    public const string Skip = "LEWATI";
    public const string Finish = "SELESAI";
}
