-- Search keys are made by versioned rules. When the rules have changed, all keys are made anew in the background (検索キーの再作成),
-- one row for each version of the rules: how far it has come survives a restart.
create table record_rebuild (
    rules    text        not null primary key check (length(rules) between 1 and 40),
    started  timestamptz not null,
    total    bigint      not null,
    done     bigint      not null default 0,
    after    uuid,
    finished timestamptz
);

comment on column record_rebuild.after is 'records up to this id have keys of these rules; new and corrected ones always have';

grant select, insert, update on record_rebuild to akashi_app;

-- A key that the new rules do not make has answered for no version at all.
alter table record_key drop constraint record_key_check, add check (until >= since);
