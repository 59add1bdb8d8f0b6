using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Check;

/// <summary>Erases everything of a check, also of an earlier one that was killed: its cases and their history, its talk, its officer, unit and village.</summary>
public sealed class CheckErasure(BotDbContext database, Inbox inbox, TimeProvider clock)
{
    /// <summary>Children before parents; one transaction. <c>puskesos.erasing</c> lets the history go (DatabaseRules).</summary>
    private const string Erase =
        """
        set local puskesos.erasing = 'on';
        create temporary table check_cases on commit drop as
            select c.id, c.reporter_id, c.conversation_id from cases c join puskesos_units u on u.code = c.unit_code where u.is_test and c.is_test;
        create temporary table check_talks on commit drop as
            select conversation_id as id from check_cases where conversation_id is not null
            union select id from channel_addresses where channel = 3 and address_index = {0};
        create temporary table check_people on commit drop as
            select reporter_id as id from check_cases
            union select resident_id from conversations where resident_id is not null and id in (select id from check_talks);
        create temporary table check_officers on commit drop as
            select r.officer_id as id from officer_roles r join puskesos_units u on u.code = r.area_code where u.is_test;
        delete from due_reminders where case_id in (select id from check_cases);
        delete from emergencies where conversation_id in (select id from check_talks);
        delete from status_lookups where conversation_id in (select id from check_talks);
        delete from outbox_messages where conversation_id in (select id from check_talks) or case_id in (select id from check_cases);
        delete from inbox_messages where conversation_id in (select id from check_talks);
        delete from cases where id in (select id from check_cases);
        delete from conversations where id in (select id from check_talks);
        delete from consents where address_id in (select id from check_talks) or resident_id in (select id from check_people);
        delete from resident_addresses where address_id in (select id from check_talks) or resident_id in (select id from check_people);
        delete from residents where id in (select id from check_people);
        delete from channel_addresses where id in (select id from check_talks);
        delete from officers where id in (select id from check_officers);
        delete from villages v using puskesos_units u where u.is_test and u.area_code = v.code;
        delete from sub_districts s using puskesos_units u where u.is_test and s.code = left(u.area_code, 8);
        delete from puskesos_units where is_test;
        """;

    private const string Left =
        """
        select (select count(*) from cases where is_test) + (select count(*) from puskesos_units where is_test)
             + (select count(*) from villages where name = {0}) + (select count(*) from officers where name = {1})
             + (select count(*) from channel_addresses where channel = 3 and address_index = {2}) as "Value"
        """;

    /// <summary>Erases; <paramref name="person"/> is the chat's address, when one was given out.</summary>
    public async Task RunAsync(string? person, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlRawAsync(Erase, [IndexOf(person)], cancellationToken);
        await PlaceVersion.RaiseAsync(database, clock, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>True when no row of the check is left.</summary>
    public async Task<bool> IsCleanAsync(string? person, CancellationToken cancellationToken) =>
        await database.Database.SqlQueryRaw<long>(Left, CheckGround.VillageName, CheckGround.OfficerName, IndexOf(person)).SingleAsync(cancellationToken) == 0;

    private byte[] IndexOf(string? person) => person is null ? [] : inbox.AddressIndex(Channel.WebChat, person);
}
