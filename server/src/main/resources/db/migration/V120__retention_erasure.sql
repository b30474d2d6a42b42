-- Erasing private parts of entries (DESIGN 4, docs/formats/erasure.md). Nobody has the right to delete from usage_private, the
-- application neither: these functions erase what was proposed by one person, approved by another, is due or ordered,
-- and is held by nobody; a piece at a time, each with its entry on the log in the same transaction.

-- What must be kept although its time has come (保全).
create table retention_hold (
    number int generated always as identity primary key,
    ground text not null check (ground in ('AUDIT', 'LITIGATION', 'APPEAL', 'DISCLOSURE', 'OTHER')),
    kind text not null check (kind in ('ENTRIES', 'OPERATOR', 'RECORD', 'CASE')),
    log smallint,
    first_idx bigint,
    last_idx bigint,
    value text not null,
    label text not null,
    reason text not null check (length(reason) between 3 and 400),
    paper text not null check (length(paper) between 3 and 200),
    set_by text not null,
    set_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lift_paper text check (length(lift_paper) between 3 and 200),
    check ((kind = 'ENTRIES') = (log is not null and first_idx is not null and last_idx is not null)),
    check (kind = 'ENTRIES' or value <> ''),
    check (first_idx between 0 and last_idx),
    check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lift_paper is null))
);
comment on column retention_hold.value is 'staff number, record id or case reference; empty for entries';
comment on column retention_hold.label is 'what people call it, such as the business number of a record';

-- One erasure, from proposal to end.
create table retention_erasure (
    number int generated always as identity primary key,
    kind text not null check (kind in ('RETENTION', 'ENTRIES', 'OPERATOR', 'RECORD', 'CASE')),
    through date,
    log smallint,
    first_idx bigint,
    last_idx bigint,
    value text not null,
    label text not null,
    reason text not null check (length(reason) between 3 and 400),
    paper text not null check (length(paper) between 3 and 200),
    state text not null check (state in ('PROPOSED', 'APPROVED', 'DONE', 'WITHDRAWN', 'VOID', 'STOPPED')),
    sizes jsonb not null,
    planned int not null check (planned > 0),
    kept int not null,
    set_hash bytea not null check (octet_length(set_hash) = 32),
    erased int not null default 0,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    ended_at timestamptz,
    check ((kind = 'RETENTION') = (through is not null)),
    check ((kind = 'ENTRIES') = (log is not null and first_idx is not null and last_idx is not null)),
    check (kind in ('RETENTION', 'ENTRIES') or value <> ''),
    -- nobody approves what they proposed
    check (state not in ('APPROVED', 'DONE', 'STOPPED') or decided_by <> proposed_by),
    check (erased <= planned)
);
comment on column retention_erasure.sizes is 'entries of each log when it was proposed; what came later is not meant';
comment on column retention_erasure.set_hash is 'SHA-256 over log-index of each entry to be erased, one a line';

-- The very entries that were proposed; rows go when the erasure has ended.
create table retention_planned (
    erasure int not null references retention_erasure,
    log smallint not null,
    idx bigint not null,
    month date not null,
    id uuid not null,
    hold int,
    primary key (erasure, log, idx)
);
comment on column retention_planned.hold is 'the hold that keeps it back; such a row is shown, never erased';

-- How many, of which log and month, and which hold keeps how many back.
create table retention_summary (
    erasure int not null references retention_erasure,
    log smallint not null,
    month date not null,
    hold int,
    parts int not null,
    unique nulls not distinct (erasure, log, month, hold)
);

-- What was carried out, each piece with the entry that says so.
create table retention_piece (
    use_id uuid primary key,
    erasure int not null references retention_erasure,
    log smallint not null,
    entries text not null,
    parts int not null,
    at timestamptz not null
);
create index retention_piece_by_erasure on retention_piece (erasure);

-- Everything that changes these tables waits for one another: a hold is set before a piece or after it, never within.
create function retention_lock() returns void
    language sql set search_path = pg_catalog, public as $$
    select pg_advisory_xact_lock(hashtext('retention'))
$$;

-- Whether an entry is what is meant. Searching in the bytes first spares reading most entries as JSON.
create function retention_covers(p_kind text, p_log smallint, p_first bigint, p_last bigint, p_value text,
        l_log smallint, l_idx bigint, l_operator text, l_leaf bytea, p_body bytea) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select case p_kind
        when 'ENTRIES' then l_log = p_log and l_idx between p_first and p_last
        when 'OPERATOR' then l_operator = p_value
        when 'CASE' then position(convert_to('"case":' || to_json(p_value)::text, 'UTF8') in l_leaf) > 0
            and convert_from(l_leaf, 'UTF8')::jsonb ->> 'case' = p_value
        when 'RECORD' then (position(convert_to('"' || p_value || '@', 'UTF8') in l_leaf) > 0
                and exists (select from jsonb_array_elements_text(
                        coalesce(convert_from(l_leaf, 'UTF8')::jsonb -> 'records', '[]')) as r
                    where starts_with(r, p_value || '@')))
            or (position(convert_to('"' || p_value || '@', 'UTF8') in p_body) > 0
                and exists (select from jsonb_array_elements_text(
                        coalesce(convert_from(p_body, 'UTF8')::jsonb -> 'records', '[]')) as r
                    where starts_with(r, p_value || '@')))
        else false
    end
$$;

-- The first hold in force that covers an entry.
create function retention_holding(l_log smallint, l_idx bigint, l_operator text, l_leaf bytea, p_body bytea) returns int
    language sql stable set search_path = pg_catalog, public as $$
    select min(h.number)
      from public.retention_hold h
     where h.lifted_at is null
       and public.retention_covers(h.kind, h.log, h.first_idx, h.last_idx, h.value,
               l_log, l_idx, l_operator, l_leaf, p_body)
$$;

-- The entries that still have a private part and are meant, with the hold that keeps one back. Private parts that are
-- due are looked up among the entries of the months in which their ids were made (UUIDv7), two months on for those
-- that waited; one that is not found there stays.
create function retention_meant(p_kind text, p_through date, p_log smallint, p_first bigint, p_last bigint,
        p_value text, p_sizes jsonb)
    returns table (log smallint, idx bigint, month date, id uuid, hold int)
    language plpgsql stable set search_path = pg_catalog, public as $$
declare
    one record;
    oldest date;
    newest date;
begin
    if p_kind = 'RETENTION' then
        select min(made), max(made) into oldest, newest
          from (select (to_timestamp(('x' || substr(replace(f.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
                           at time zone 'Asia/Tokyo')::date as made
                  from (select (select p.id from public.usage_private p where p.month = m.month order by p.id limit 1),
                               (select p.id from public.usage_private p where p.month = m.month
                                 order by p.id desc limit 1)
                          from (select distinct p.month from public.usage_private p where p.month <= p_through) m
                       ) as ends(a, b), lateral (values (a), (b)) as f(id)) as found;
        for one in
            select g.log,
                   coalesce((select u.first_idx from public.usage_month u
                              where u.log = g.log and u.month <= oldest - 1
                              order by u.month desc limit 1), 0) as lo,
                   least((p_sizes ->> g.log::text)::bigint,
                         (select min(u.first_idx) from public.usage_month u
                           where u.log = g.log and u.month >= date_trunc('month', newest) + interval '2 months')) as hi
              from public.usage_log g
             where p_sizes ? g.log::text
        loop
            return query
                select l.log, l.idx, l.private_month, l.private_id,
                       public.retention_holding(l.log, l.idx, l.operator, l.leaf, p.body)
                  from public.usage_leaf l
                  join public.usage_private p on p.month = l.private_month and p.id = l.private_id
                 where l.log = one.log and l.idx >= one.lo and l.idx < one.hi and l.private_month <= p_through
                   and p.month <= p_through;
        end loop;
    elsif p_kind = 'OPERATOR' then
        -- by the index on operators
        return query
            select l.log, l.idx, l.private_month, l.private_id,
                   public.retention_holding(l.log, l.idx, l.operator, l.leaf, p.body)
              from public.usage_leaf l
              join public.usage_private p on p.month = l.private_month and p.id = l.private_id
             where l.operator = p_value and l.idx < (p_sizes ->> l.log::text)::bigint;
    elsif p_kind = 'ENTRIES' then
        return query
            select l.log, l.idx, l.private_month, l.private_id,
                   public.retention_holding(l.log, l.idx, l.operator, l.leaf, p.body)
              from public.usage_leaf l
              join public.usage_private p on p.month = l.private_month and p.id = l.private_id
             where l.log = p_log and l.idx between p_first and p_last and l.idx < (p_sizes ->> l.log::text)::bigint;
    else
        return query
            select l.log, l.idx, l.private_month, l.private_id,
                   public.retention_holding(l.log, l.idx, l.operator, l.leaf, p.body)
              from public.usage_leaf l
              join public.usage_private p on p.month = l.private_month and p.id = l.private_id
             where l.idx < (p_sizes ->> l.log::text)::bigint
               and public.retention_covers(p_kind, p_log, p_first, p_last, p_value,
                       l.log, l.idx, l.operator, l.leaf, p.body);
    end if;
end
$$;

create function retention_line(p_log smallint, p_idx bigint) returns text
    language sql immutable as $$ select p_log::text || '-' || p_idx::text || E'\n' $$;

-- Proposes an erasure and keeps its preview. The number is null where nothing is meant, or more than p_most.
create function retention_propose(p_kind text, p_through date, p_log smallint, p_first bigint, p_last bigint,
        p_value text, p_label text, p_reason text, p_paper text, p_by text, p_at timestamptz, p_most int,
        out number int, out planned int, out kept int, out set_hash bytea)
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    v_sizes jsonb;
    v_number int;
begin
    if p_kind = 'RETENTION' and p_through > date_trunc('month', clock_timestamp() at time zone 'Asia/Tokyo') then
        raise exception 'private parts of % are not due yet', p_through;
    end if;
    if p_most not between 1 and 10000000 then
        raise exception 'retention_propose for % parts is out of range', p_most;
    end if;
    perform public.retention_lock();
    select coalesce(jsonb_object_agg(g.log::text, coalesce(e.size, 0)), '{}') into v_sizes
      from public.usage_log g
      left join lateral (select l.idx + 1 as size from public.usage_leaf l
                          where l.log = g.log order by l.idx desc limit 1) e on true;
    create temporary table retention_found on commit drop as
        select m.* from public.retention_meant(p_kind, p_through, p_log, p_first, p_last, p_value, v_sizes) m;
    select count(*) filter (where f.hold is null), count(f.hold),
           sha256(convert_to(coalesce(string_agg(public.retention_line(f.log, f.idx), '' order by f.log, f.idx)
               filter (where f.hold is null), ''), 'UTF8'))
      into planned, kept, set_hash
      from pg_temp.retention_found f;
    if planned between 1 and p_most then
        insert into public.retention_erasure (kind, through, log, first_idx, last_idx, value, label, reason, paper,
                   state, sizes, planned, kept, set_hash, proposed_by, proposed_at)
        values (p_kind, p_through, p_log, p_first, p_last, p_value, p_label, p_reason, p_paper,
                   'PROPOSED', v_sizes, planned, kept, set_hash, p_by, p_at)
        returning retention_erasure.number into v_number;
        insert into public.retention_planned (erasure, log, idx, month, id, hold)
        select v_number, f.log, f.idx, f.month, f.id, f.hold from pg_temp.retention_found f;
        insert into public.retention_summary (erasure, log, month, hold, parts)
        select v_number, f.log, f.month, f.hold, count(*) from pg_temp.retention_found f group by f.log, f.month, f.hold;
    end if;
    drop table pg_temp.retention_found;
    number := v_number;
end
$$;

-- Whether what is meant is still what was proposed, but for what has been erased meanwhile by this very erasure.
create function retention_unchanged(p_number int) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select e.erased = 0 and e.set_hash = (
            select sha256(convert_to(coalesce(string_agg(public.retention_line(m.log, m.idx), '' order by m.log, m.idx)
                       filter (where m.hold is null), ''), 'UTF8'))
              from public.retention_meant(e.kind, e.through, e.log, e.first_idx, e.last_idx, e.value, e.sizes) m)
      from public.retention_erasure e
     where e.number = p_number
$$;

-- The second person's decision: APPROVED, or why not: STALE, SAME (person), COUNT (not the number typed), CHANGED (void).
create function retention_approve(p_number int, p_by text, p_at timestamptz, p_count int) returns text
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    e public.retention_erasure;
begin
    perform public.retention_lock();
    select * into e from public.retention_erasure r where r.number = p_number;
    if e.number is null or e.state <> 'PROPOSED' then
        return 'STALE';
    elsif e.proposed_by = p_by then
        return 'SAME';
    elsif p_count is distinct from e.planned then
        return 'COUNT';
    elsif not public.retention_unchanged(p_number) then
        update public.retention_erasure r set state = 'VOID', decided_by = p_by, decided_at = p_at, ended_at = p_at
         where r.number = p_number;
        delete from public.retention_planned p where p.erasure = p_number;
        return 'CHANGED';
    end if;
    update public.retention_erasure r set state = 'APPROVED', decided_by = p_by, decided_at = p_at
     where r.number = p_number;
    return 'APPROVED';
end
$$;

-- Takes a proposal or an approval back before its end; what was erased stays erased. False if there is nothing to take back.
create function retention_withdraw(p_number int, p_at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    perform public.retention_lock();
    update public.retention_erasure r
       set state = case r.state when 'PROPOSED' then 'WITHDRAWN' else 'STOPPED' end, ended_at = p_at
     where r.number = p_number and r.state in ('PROPOSED', 'APPROVED');
    if found then
        delete from public.retention_planned p where p.erasure = p_number;
    end if;
    return found;
end
$$;

-- The next piece of an approved erasure: entries of one log as runs (an index or first-last, commas between), cut where
-- an entry in between still has its private part and keeps it. Empty at the end.
create function retention_piece_of(p_number int, p_parts int, p_runs int)
    returns table (log smallint, entries text, parts int, last_idx bigint)
    language sql stable set search_path = pg_catalog, public as $$
    with first as (
        select p.log from public.retention_planned p
         where p.erasure = p_number and p.hold is null order by p.log limit 1
    ), due as (
        select p.log, p.idx from public.retention_planned p
         where p.erasure = p_number and p.hold is null and p.log = (select log from first)
         order by p.idx limit p_parts
    ), there as (
        select l.idx, exists (select from due d where d.idx = l.idx) as goes
          from public.usage_leaf l
          join public.usage_private p on p.month = l.private_month and p.id = l.private_id
         where l.log = (select log from first)
           and l.idx between (select min(idx) from due) and (select max(idx) from due)
    ), islands as (
        select t.idx, t.goes, sum(case when t.goes then 0 else 1 end) over (order by t.idx) as island from there t
    ), runs as (
        select min(i.idx) as a, max(i.idx) as b, count(*) as parts from islands i where i.goes group by i.island
    ), piece as (
        select * from runs order by a limit p_runs
    )
    select (select log from first),
           string_agg(case when a = b then a::text else a::text || '-' || b::text end, ',' order by a),
           sum(parts)::int, max(b)
      from piece
    having count(*) > 0
$$;

-- What is to be done next for an approved erasure: PIECE with its entries, END, STOPPED (a hold came, or something else took
-- what was planned), or nothing if it is not approved. Carries nothing out.
create function retention_next(p_number int, p_parts int, p_runs int, p_at timestamptz,
        out step text, out log smallint, out entries text, out parts int)
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    e public.retention_erasure;
    n record;
begin
    perform public.retention_lock();
    select * into e from public.retention_erasure r where r.number = p_number;
    if e.number is null or e.state <> 'APPROVED' then
        return;
    end if;
    select c.* into n from public.retention_piece_of(p_number, p_parts, p_runs) c;
    if (e.erased = 0 and not public.retention_unchanged(p_number))
            or exists (
                select from public.retention_planned p
                  join public.usage_leaf l on l.log = p.log and l.idx = p.idx
                  left join public.usage_private s on s.month = p.month and s.id = p.id
                 where p.erasure = p_number and p.hold is null and p.log = n.log and p.idx <= n.last_idx
                   and (s.id is null
                        or public.retention_holding(l.log, l.idx, l.operator, l.leaf, s.body) is not null))
            -- nothing left to cut a piece from, and yet something planned: it is gone already
            or (n.entries is null and exists (
                select from public.retention_planned p where p.erasure = p_number and p.hold is null)) then
        update public.retention_erasure r set state = 'STOPPED', ended_at = p_at where r.number = p_number;
        delete from public.retention_planned p where p.erasure = p_number;
        step := 'STOPPED';
        return;
    end if;
    log := n.log;
    entries := n.entries;
    parts := n.parts;
    step := case when entries is null then 'END' else 'PIECE' end;
end
$$;

-- Erases one piece. The entry about it must have been written in this very transaction and must name exactly these
-- entries; it serves for one piece only.
create function retention_erase(p_number int, p_parts int, p_runs int, p_use uuid, p_entries text, p_at timestamptz)
    returns int
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    n record;
    gone int;
begin
    perform public.retention_lock();
    if not exists (select from public.retention_erasure r where r.number = p_number and r.state = 'APPROVED') then
        raise exception 'erasure % is not approved', p_number;
    end if;
    select c.* into n from public.retention_piece_of(p_number, p_parts, p_runs) c;
    if n.entries is null or n.entries <> p_entries then
        raise exception 'the next piece of erasure % is another one', p_number;
    end if;
    if not exists (
            select from public.usage_pending u
             where u.id = p_use and u.act = 'ERASURE' and u.xmin::text::bigint = txid_current() % 4294967296
               and position(convert_to('"entries":"' || n.entries || '"', 'UTF8') in u.body) > 0) then
        raise exception 'the entry about this piece of erasure % was not written with it', p_number;
    end if;
    if exists (
            select from public.retention_planned p
              join public.usage_leaf l on l.log = p.log and l.idx = p.idx
              join public.usage_private s on s.month = p.month and s.id = p.id
             where p.erasure = p_number and p.hold is null and p.log = n.log and p.idx <= n.last_idx
               and public.retention_holding(l.log, l.idx, l.operator, l.leaf, s.body) is not null) then
        raise exception 'a hold keeps back what erasure % would erase', p_number;
    end if;
    with taken as (
        delete from public.retention_planned p
         where p.erasure = p_number and p.hold is null and p.log = n.log and p.idx <= n.last_idx
        returning p.month, p.id
    )
    delete from public.usage_private s using taken t where s.month = t.month and s.id = t.id;
    get diagnostics gone = row_count;
    if gone <> n.parts then
        raise exception 'erasure % would take % private parts instead of %', p_number, gone, n.parts;
    end if;
    update public.retention_erasure r set erased = r.erased + gone where r.number = p_number;
    insert into public.retention_piece (use_id, erasure, log, entries, parts, at)
    values (p_use, p_number, n.log, n.entries, gone, p_at);
    return gone;
end
$$;

-- Ends an erasure of which nothing is left, and gives back the files of months that are empty now, so that the bytes do
-- not linger in them. A month that somebody reads just now keeps its file until it is vacuumed.
create function retention_end(p_number int, p_at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    one record;
    filled boolean;
begin
    perform public.retention_lock();
    update public.retention_erasure r set state = 'DONE', ended_at = p_at
     where r.number = p_number and r.state = 'APPROVED'
       and not exists (select from public.retention_planned p where p.erasure = p_number and p.hold is null);
    if not found then
        return false;
    end if;
    delete from public.retention_planned p where p.erasure = p_number;
    perform set_config('lock_timeout', '500ms', true);
    for one in
        select distinct s.month, 'usage_private_' || to_char(s.month, 'YYYY_MM') as part
          from public.retention_summary s
         where s.erasure = p_number and s.hold is null
           and s.month <= date_trunc('month', clock_timestamp() at time zone 'Asia/Tokyo')
    loop
        begin
            execute format('lock table only public.%I in access exclusive mode', one.part);
            execute format('select exists (select from public.%I)', one.part) into filled;
            if not filled then
                execute format('truncate table only public.%I', one.part);
            end if;
        exception when lock_not_available or undefined_table then
            null;
        end;
    end loop;
    return true;
end
$$;

create function retention_hold_set(p_ground text, p_kind text, p_log smallint, p_first bigint, p_last bigint,
        p_value text, p_label text, p_reason text, p_paper text, p_by text, p_at timestamptz) returns int
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    v_number int;
begin
    perform public.retention_lock();
    insert into public.retention_hold (ground, kind, log, first_idx, last_idx, value, label, reason, paper, set_by, set_at)
    values (p_ground, p_kind, p_log, p_first, p_last, p_value, p_label, p_reason, p_paper, p_by, p_at)
    returning number into v_number;
    return v_number;
end
$$;

-- False if it is lifted already.
create function retention_hold_lift(p_number int, p_paper text, p_by text, p_at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    perform public.retention_lock();
    update public.retention_hold h set lifted_by = p_by, lifted_at = p_at, lift_paper = p_paper
     where h.number = p_number and h.lifted_at is null;
    return found;
end
$$;

revoke execute on function retention_lock, retention_covers, retention_holding, retention_meant, retention_line,
    retention_propose, retention_unchanged, retention_approve, retention_withdraw, retention_piece_of, retention_next,
    retention_erase, retention_end, retention_hold_set, retention_hold_lift from public;
grant execute on function retention_propose, retention_approve, retention_withdraw, retention_next, retention_erase,
    retention_end, retention_hold_set, retention_hold_lift to akashi_app;
grant select on retention_hold, retention_erasure, retention_summary, retention_piece to akashi_app;
