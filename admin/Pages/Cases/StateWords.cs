using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>What officers read for states, outcomes, channels and deliveries.</summary>
public static class StateWords
{
    private static readonly TextCatalog Texts = new();

    public static string Of(CaseStatus status) => AdminWords.T($"State_{status}");

    /// <summary>What the resident reads for a state.</summary>
    public static string ForResident(CaseStatus status, string? agency = null, string? other = null) =>
        TextFill.Fill(Texts.Get($"CaseStatus_{status}"), ("agency", agency ?? AdminWords.T(AdminText.Resident_Agency)), ("other", other ?? AdminWords.T(AdminText.Resident_OtherTicket)));

    /// <summary>"H5 Informasi diberikan".</summary>
    public static string Of(Outcome outcome) => $"H{(int)outcome} {AdminWords.T($"Outcome_{outcome}")}";

    public static string Of(Channel channel) => AdminWords.T($"Channel_{channel}");

    /// <summary>The shape beside that word.</summary>
    public static string IconOf(OutboxMessage message) => message switch
    {
        { Status: OutboxStatus.Failed } or { Delivery: DeliveryState.Failed } => "late",
        { Status: OutboxStatus.Sent, Delivery: DeliveryState.Delivered or DeliveryState.Read } => "checks",
        { Status: OutboxStatus.Sent } => "check",
        { Status: OutboxStatus.AwaitingWindow or OutboxStatus.Skipped } => "pause",
        _ => "clock",
    };

    /// <summary>How far a message came: delivery has a word beside its ticks.</summary>
    public static string Of(OutboxMessage message, DateTimeOffset now) => message switch
    {
        { Status: OutboxStatus.Skipped } when AdminWords.Has($"NotSent_{message.ErrorCode}") =>
            AdminWords.T(AdminText.Delivery_SkippedBecause, ("why", AdminWords.T($"NotSent_{message.ErrorCode}"))),
        { Status: OutboxStatus.Failed } => AdminWords.T(AdminText.Delivery_FailedBecause, ("why", AdminWords.T(FailureOf(message.ErrorCode)))),
        _ => AdminWords.T(KeyOf(message, now)),
    };

    /// <summary>What a provider's code means for the desk; the code itself says nothing to it.</summary>
    private static string FailureOf(string? code) => code switch
    {
        "403" or "400:chat-not-found" or "21211" or "21614" or "63003" or "63024" or "21610" or "63014" or "63033" => AdminText.Failed_ResidentLeft,
        "63049" or "63032" => AdminText.Failed_Refused,
        "empty" or "400:too-long" or "400:button" or "400" => AdminText.Failed_Message,
        _ => AdminText.Failed_Provider,
    };

    private static string KeyOf(OutboxMessage message, DateTimeOffset now) => message.Status switch
    {
        OutboxStatus.Waiting when message.NotBefore <= now => AdminText.Delivery_Waiting,
        OutboxStatus.Waiting when AdminWords.Has($"Waits_{message.ErrorCode}") => $"Waits_{message.ErrorCode}",
        OutboxStatus.Waiting => message.NotBefore - now > CaseNews.UndoWindow ? AdminText.Delivery_Morning : AdminText.Delivery_Soon,
        OutboxStatus.Sending => AdminText.Delivery_Waiting,
        OutboxStatus.AwaitingWindow => AdminText.Delivery_Window,
        OutboxStatus.Skipped => AdminText.Delivery_Skipped,
        OutboxStatus.Failed => AdminText.Delivery_Failed,
        _ => message.Delivery switch
        {
            DeliveryState.Delivered => AdminText.Delivery_Delivered,
            DeliveryState.Read => AdminText.Delivery_Read,
            DeliveryState.Failed => AdminText.Delivery_Failed,
            _ => AdminText.Delivery_Sent,
        },
    };
}
