-- A rule approved for an operation that did not come to be may be withdrawn; who approved what stays as it was (ADR 0016).

do $$
declare
    rule name;
begin
    select conname into strict rule
      from pg_constraint
     where conrelid = 'notice_rule'::regclass and contype = 'c'
       and pg_get_constraintdef(oid) like '%''APPROVED''%approved_by%';
    execute format('alter table notice_rule drop constraint %I', rule);
end $$;
alter table notice_rule add constraint notice_rule_approved check (
    case state when 'DRAFT' then approved_by is null when 'APPROVED' then approved_by is not null else true end);

create or replace function notice_rule_keeps() returns trigger language plpgsql as $$
begin
    if old.state = 'APPROVED' and new.state = 'WITHDRAWN'
       and to_jsonb(new) - 'state' - 'version' = to_jsonb(old) - 'state' - 'version' then
        return new;
    end if;
    if old.state <> 'DRAFT' then
        raise exception 'rule % is % and does not change', old.id, old.state using errcode = 'check_violation';
    end if;
    return new;
end $$;
