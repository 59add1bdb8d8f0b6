namespace Puskesos.Core.Storage;

/// <summary>Rules that the database itself keeps, whoever writes.</summary>
public static class DatabaseRules
{
    /// <summary>
    /// History is only appended. Three things may still change on a line: words blanked by erasure, and the ids of the message that
    /// told it; a line is deleted only while <c>puskesos.erasing</c> is on, which the retention and self-check code sets for its transaction.
    /// </summary>
    public const string AppendOnlyHistory = """
        create function keep_case_history() returns trigger language plpgsql as $$
        begin
            if tg_op = 'DELETE' then
                if coalesce(current_setting('puskesos.erasing', true), '') = 'on' then return old; end if;
                raise exception 'case history is only appended';
            end if;
            if (new.case_id, new.at, new.kind, new.from_status, new.to_status, new.officer_id, new.actor_role)
               is distinct from (old.case_id, old.at, old.kind, old.from_status, old.to_status, old.officer_id, old.actor_role)
               or (new.words is distinct from old.words and new.words is not null) then
                raise exception 'case history is only appended';
            end if;
            return new;
        end $$;
        create trigger case_history_is_appended before update or delete on case_events for each row execute function keep_case_history();
        """;
}
