-- Implementation rules (実施要領) of operations in editions, who has acknowledged them, and guidance (指導) given to units (ADR 0016).

create table notice_rule (
    id bigint generated always as identity primary key,
    operation text not null,
    number text not null check (number <> ''),
    title text not null check (title <> ''),
    dated date not null,
    kept_until date not null check (kept_until >= dated),
    in_force_from date not null check (in_force_from >= dated),
    in_force_until date check (in_force_until >= in_force_from),
    strict boolean not null,
    state text not null default 'DRAFT' check (state in ('DRAFT', 'APPROVED', 'WITHDRAWN')),
    version integer not null default 1,
    authors text[] not null check (cardinality(authors) > 0),
    drafted_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    check ((state = 'APPROVED') = (approved_by is not null)),
    check ((approved_by is null) = (approved_at is null)),
    check (approved_by is null or not approved_by = any (authors))
);
create index notice_rule_operation_ix on notice_rule (operation, in_force_from desc);
grant select, insert, update on notice_rule to akashi_app;

create table notice_rule_section (
    rule bigint not null references notice_rule,
    section text not null,
    body text not null check (body <> '' and length(body) <= 8000),
    primary key (rule, section)
);
grant select, insert, delete on notice_rule_section to akashi_app;

-- What was approved stays as it was.
create function notice_rule_stays() returns trigger language plpgsql as $$
begin
    if exists (select 1 from notice_rule where id = coalesce(new.rule, old.rule) and state <> 'DRAFT') then
        raise exception 'the text of an approved rule does not change' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger notice_rule_stays before insert or update or delete on notice_rule_section
    for each row execute function notice_rule_stays();

create function notice_rule_keeps() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFT' then
        raise exception 'rule % is % and does not change', old.id, old.state using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger notice_rule_keeps before update on notice_rule for each row execute function notice_rule_keeps();

create table notice_acknowledgement (
    rule bigint not null references notice_rule,
    person uuid not null,
    at timestamptz not null,
    primary key (rule, person)
);
grant select, insert on notice_acknowledgement to akashi_app;

create table notice_guidance (
    id bigint generated always as identity primary key,
    operation text not null,
    unit text not null,
    given_on date not null,
    way text not null check (way in ('VISIT', 'PHONE', 'PAPER', 'COURSE')),
    matter text not null check (length(matter) between 3 and 2000),
    request text not null check (length(request) <= 2000),
    given_by text not null,
    recorded_at timestamptz not null
);
create index notice_guidance_unit_ix on notice_guidance (unit, given_on desc);
grant select, insert on notice_guidance to akashi_app;
