-- Target operations (対象業務) and their versions (DESIGN 1.2): a definition is identified by the hash of its content and is kept for ever,
-- for the records written under it. When it is in force stands beside it; that only ever ends.
create table operation_definition (
    hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
    code text not null check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 40),
    content text not null,
    known_at timestamptz not null
);
grant select, insert on operation_definition to akashi_app;

create extension if not exists btree_gist;

create table operation_in_force (
    code text not null,
    in_force_from timestamptz not null,
    in_force_until timestamptz check (in_force_until > in_force_from),
    hash text not null references operation_definition,
    ground text not null check (ground in ('DEEMED_PASSED', 'PROGRAM_UPDATE', 'PROCEDURE')),
    ground_date date not null,
    recorded_at timestamptz not null,
    primary key (code, in_force_from),
    exclude using gist (code with =, tstzrange(in_force_from, in_force_until) with &&)
);
grant select, insert, update (in_force_until) on operation_in_force to akashi_app;

-- A span in force ends once and stays ended.
create function operation_ends_once() returns trigger language plpgsql as $$
begin
    if old.in_force_until is not null and new.in_force_until is distinct from old.in_force_until then
        raise exception 'version of % in force from % has ended already', old.code, old.in_force_from
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger operation_in_force_ends_once before update on operation_in_force
    for each row execute function operation_ends_once();

-- Code lists: one version never changes, so that old records keep their words.
create table operation_code_list (
    name text not null check (name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    version int not null check (version > 0),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    content text not null,
    known_at timestamptz not null,
    primary key (name, version)
);
grant select, insert on operation_code_list to akashi_app;
