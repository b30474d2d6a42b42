-- Units (所属) and their lines over time (DESIGN 1.3): nothing is overwritten. A line is ended by setting valid_until, or withdrawn
-- before it applied; a change is another line. valid_until is the first day the line no longer holds.
create extension if not exists btree_gist;

-- One row: raised with every change, so that every node knows when to read again. Its lock makes changes follow each other.
create table organization_generation (
    one boolean primary key default true check (one),
    number bigint not null
);
insert into organization_generation (number) values (1);
grant select, update on organization_generation to akashi_app;

-- Lines only ever end earlier than they did, and a withdrawn one stays withdrawn.
create function organization_keep_history() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null then
        raise exception 'line % of % was withdrawn and cannot change', old.id, tg_table_name using errcode = 'check_violation';
    end if;
    if new.valid_until is distinct from old.valid_until
            and (new.valid_until is null or new.valid_until > old.valid_until) then
        raise exception 'line % of % can only end earlier', old.id, tg_table_name using errcode = 'check_violation';
    end if;
    return new;
end $$;

create table organization_unit (
    id uuid primary key,
    code text not null unique check (code ~ '^[A-Z0-9-]{1,20}$'),
    sample boolean not null
);
grant select, insert on organization_unit to akashi_app;

create table organization_unit_version (
    id uuid primary key,
    unit uuid not null references organization_unit,
    name text not null check (length(name) between 1 and 100),
    name_en text not null check (length(name_en) <= 100),
    kind text not null check (kind in ('HEADQUARTERS', 'DEPARTMENT', 'OFFICE', 'SECTION', 'INSTITUTE', 'SQUAD', 'SCHOOL',
        'STATION', 'DESK', 'STATION_SECTION', 'BOX', 'RESIDENTIAL_BOX')),
    parent uuid references organization_unit check (parent <> unit),
    position int not null,
    source text not null check (length(source) <= 500),
    valid_from date not null,
    valid_until date check (valid_until > valid_from),
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    exclude using gist (unit with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null)
);
grant select, insert, update (valid_until, withdrawn_at) on organization_unit_version to akashi_app;
create trigger organization_unit_version_keeps before update on organization_unit_version
    for each row execute function organization_keep_history();

-- Who took over from whom (承継): a merger has several predecessors, a division several successors.
create table organization_unit_succession (
    predecessor uuid not null references organization_unit,
    successor uuid not null references organization_unit check (successor <> predecessor),
    since date not null,
    source text not null check (length(source) <= 500),
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (predecessor, successor)
);
grant select, insert on organization_unit_succession to akashi_app;

-- Which unit works for which; all where served is null (照会センター).
create table organization_unit_serving (
    id uuid primary key,
    unit uuid not null references organization_unit,
    served uuid references organization_unit check (served <> unit),
    valid_from date not null,
    valid_until date check (valid_until > valid_from),
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    exclude using gist (unit with =, (coalesce(served, unit)) with =, daterange(valid_from, valid_until) with &&)
        where (withdrawn_at is null)
);
grant select, insert, update (valid_until, withdrawn_at) on organization_unit_serving to akashi_app;
create trigger organization_unit_serving_keeps before update on organization_unit_serving
    for each row execute function organization_keep_history();
