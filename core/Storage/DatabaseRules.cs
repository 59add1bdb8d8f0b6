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

    /// <summary>Whoever edits the catalogue, the lexicon or the texts, by a page, the tool or by hand, raises their version in the same transaction.</summary>
    public const string CatalogueVersion = """
        create function raise_catalogue_version() returns trigger language plpgsql as $$
        begin
            insert into catalogue_versions (id, version) values (1, 1) on conflict (id) do update set version = catalogue_versions.version + 1;
            return null;
        end $$;
        create trigger need_categories_are_versioned after insert or update or delete or truncate on need_categories for each statement execute function raise_catalogue_version();
        create trigger document_kinds_are_versioned after insert or update or delete or truncate on document_kinds for each statement execute function raise_catalogue_version();
        create trigger lexicon_is_versioned after insert or update or delete or truncate on lexicon_entries for each statement execute function raise_catalogue_version();
        create trigger texts_are_versioned after insert or update or delete or truncate on text_overrides for each statement execute function raise_catalogue_version();
        create trigger need_versions_are_versioned after insert or update or delete or truncate on need_versions for each statement execute function raise_catalogue_version();
        create trigger programmes_are_versioned after insert or update or delete or truncate on programme_versions for each statement execute function raise_catalogue_version();
        """;

    /// <summary>Takes <see cref="CatalogueVersion"/> back.</summary>
    public const string DropCatalogueVersion = """
        drop trigger need_versions_are_versioned on need_versions;
        drop trigger texts_are_versioned on text_overrides;
        drop trigger programmes_are_versioned on programme_versions;
        drop trigger lexicon_is_versioned on lexicon_entries;
        drop trigger document_kinds_are_versioned on document_kinds;
        drop trigger need_categories_are_versioned on need_categories;
        drop function raise_catalogue_version();
        """;
}
