using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Pages.Chats;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Emergencies;

/// <summary>What an officer does about an alarm.</summary>
public sealed record AlarmActs(AlarmTaking Taking, HeldChats Chats, CaseAnswers Answers);

/// <summary>Reads the chat around an alarm, who has it and whom to call.</summary>
public sealed class AlarmTalk(WaitingChats chats, AlarmCalls calls, WorkCalendarBook calendars, BotDbContext database)
{
    /// <summary>What was written so long before the alarm belongs to it: the words that led to the danger question.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);

    public async Task<AlarmChat> ReadAsync(OfficerReach reach, OpenAlarm alarm, CancellationToken cancellationToken)
    {
        var lines = await chats.LinesAsync(alarm.Chat.Id, AdminWords.T(AdminText.Alarm_Person), calendars.Current.For(new Office(reach.RegencyCode)), cancellationToken);
        var holder = alarm.Chat.HeldBy is { } held ? await database.Users.Where(row => row.Id == held).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) : null;
        return new AlarmChat(
            [.. lines.Where(line => line.At >= alarm.Alarm.RaisedAt - Before)], holder, alarm.Chat.HeldBy == reach.OfficerId, await calls.ListAsync(alarm, cancellationToken));
    }
}

/// <summary>The chat of an alarm.</summary>
/// <param name="Lines">What was said, oldest first.</param>
/// <param name="HeldBy">The officer who has the chat, or null.</param>
/// <param name="IsMine">The reader has the chat.</param>
/// <param name="Calls">Whom to call, in order.</param>
public sealed record AlarmChat(IReadOnlyList<TalkLine> Lines, string? HeldBy, bool IsMine, IReadOnlyList<CallLine> Calls);
