-- Versions take force and end by the procedure (the Directive, Art. 4 and 5; ADR 14). A coming version may be called off, so a span may
-- be empty and two spans may share their beginning; what has ended stays ended.
alter table operation_in_force
    drop constraint operation_in_force_pkey,
    drop constraint operation_in_force_check,
    add column id bigint generated always as identity primary key,
    add column decision text check (length(decision) between 1 and 200),
    add column ending text check (ending in ('REPLACED', 'SUSPENDED', 'ABOLISHED', 'TRANSFERRED', 'CANCELLED')),
    add column ending_decision text check (length(ending_decision) between 1 and 200),
    add column changes int not null default 0,
    add check (in_force_until >= in_force_from);
update operation_in_force set ending = 'REPLACED' where in_force_until is not null;
create index operation_in_force_of on operation_in_force (code, in_force_from);
grant update (ending, ending_decision) on operation_in_force to akashi_app;

create or replace function operation_ends_once() returns trigger language plpgsql as $$
begin
    if old.in_force_until <= clock_timestamp() and new.in_force_until is distinct from old.in_force_until then
        raise exception 'version of % in force from % has ended already', old.code, old.in_force_from
            using errcode = 'check_violation';
    end if;
    new.changes := old.changes + 1;
    return new;
end $$;

-- By which keys the records of an operation are found now: one row an operation. When a version with other keys takes force, the keys of
-- its records are made anew in the background, and how far it has come survives a restart.
create table record_operation_keys (
    operation text        not null primary key,
    keys      text        not null check (keys ~ '^[0-9a-f]{16}$'),
    started   timestamptz not null,
    total     bigint      not null,
    done      bigint      not null default 0,
    after     uuid,
    finished  timestamptz
);
grant select, insert, update on record_operation_keys to akashi_app;
