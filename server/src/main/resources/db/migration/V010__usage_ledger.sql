-- The usage log (利用記録台帳): DESIGN 4. The application may select and insert, nothing else: rows of a ledger are never
-- changed, and only the owner makes or drops partitions.

-- One ledger a node. The origin is published and stands in every checkpoint.
create table usage_log (
    log smallint generated always as identity primary key,
    origin text not null unique,
    since timestamptz not null default clock_timestamp()
);

-- Which running program may extend a ledger. Changed only through usage_lease_take; the fence is usage_leaf's key.
create table usage_lease (
    log smallint primary key references usage_log,
    holder uuid not null,
    until timestamptz not null
);

-- A use written with a change, in the change's transaction; its leaf follows at once.
create table usage_pending (
    id uuid primary key,
    log smallint not null references usage_log,
    recorded timestamptz not null,
    private_month date not null,
    operator text not null,
    unit text not null,
    act text not null,
    operation text not null,
    body bytea not null
);
create index usage_pending_by_time on usage_pending (log, recorded);

-- Where a pending use went. Its key is the fence against integrating one twice.
create table usage_integrated (
    id uuid primary key,
    log smallint not null,
    idx bigint not null
);

-- The leaves. (log, idx) is the fence: two programs that both believe to own a ledger cannot both write an index.
-- private_id and private_month lead to the private part; operation holds the codes used, separated by spaces.
create table usage_leaf (
    log smallint not null,
    idx bigint not null check (idx >= 0),
    at timestamptz not null,
    private_id uuid not null,
    private_month date not null,
    operator text not null,
    unit text not null,
    act text not null,
    operation text not null,
    leaf bytea not null check (octet_length(leaf) <= 65535),
    primary key (log, idx)
) partition by range (idx);
create index usage_leaf_by_operator on usage_leaf (operator, at);
create index usage_leaf_by_unit on usage_leaf (unit, at);

-- First index of a month in Japan, so that a question about a period touches few partitions.
create table usage_month (
    log smallint not null,
    month date not null,
    first_idx bigint not null,
    primary key (log, month)
);

-- Salt and private part of an entry, by the month in which they may be erased.
create table usage_private (
    month date not null,
    id uuid not null,
    salt bytea not null check (octet_length(salt) = 16),
    body bytea not null,
    primary key (month, id)
) partition by range (month);

-- Full tiles: 256 hashes of 32 bytes.
create table usage_tile (
    log smallint not null,
    level smallint not null,
    n bigint not null,
    hashes bytea not null check (octet_length(hashes) = 8192),
    primary key (log, level, n)
);
alter table usage_tile alter column hashes set storage external;

-- Signed checkpoints, as they were signed.
create table usage_checkpoint (
    log smallint not null,
    size bigint not null check (size > 0),
    at timestamptz not null,
    note text not null,
    primary key (log, size)
);

-- Partitions are attached rather than created in place: that does not stop writers.
create function usage_leaf_ahead(p_index bigint, p_count int) returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    width constant bigint := 8388608; -- 2^23 entries
    part bigint;
    name text;
begin
    if p_index < 0 or p_count not between 1 and 64 then
        raise exception 'usage_leaf_ahead(%, %) is out of range', p_index, p_count;
    end if;
    perform pg_advisory_xact_lock(hashtext('usage_leaf_ahead'));
    for part in p_index / width .. p_index / width + p_count loop
        name := 'usage_leaf_' || lpad(part::text, 5, '0');
        if to_regclass('public.' || name) is null then
            execute format('create table public.%I (like public.usage_leaf including all)', name);
            execute format('alter table public.usage_leaf attach partition public.%I for values from (%s) to (%s)',
                name, part * width, (part + 1) * width);
        end if;
    end loop;
end
$$;

create function usage_private_ahead(p_month date, p_count int) returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    month date;
    name text;
begin
    if p_month is null or p_month < '2000-01-01' or p_month > '2200-01-01' or p_count not between 1 and 120 then
        raise exception 'usage_private_ahead(%, %) is out of range', p_month, p_count;
    end if;
    perform pg_advisory_xact_lock(hashtext('usage_private_ahead'));
    for n in 0 .. p_count loop
        month := (date_trunc('month', p_month) + make_interval(months => n))::date;
        name := 'usage_private_' || to_char(month, 'YYYY_MM');
        if to_regclass('public.' || name) is null then
            execute format('create table public.%I (like public.usage_private including all)', name);
            execute format('alter table public.usage_private attach partition public.%I for values from (%L) to (%L)',
                name, month, (month + interval '1 month')::date);
        end if;
    end loop;
end
$$;

-- Takes or renews the lease of a ledger: if it is free, expired, or held by the same program. By the database's clock.
create function usage_lease_take(p_log smallint, p_holder uuid, p_seconds int) returns boolean
    language sql security definer set search_path = pg_catalog, public as $$
    with taken as (
        insert into public.usage_lease as held (log, holder, until)
        values (p_log, p_holder, clock_timestamp() + make_interval(secs => p_seconds))
        on conflict (log) do update set holder = excluded.holder, until = excluded.until
            where held.holder = excluded.holder or held.until < clock_timestamp()
        returning 1
    )
    select exists (select from taken)
$$;

-- Gives a lease back, so that a restart need not wait for it to expire.
create function usage_lease_leave(p_log smallint, p_holder uuid) returns void
    language sql security definer set search_path = pg_catalog, public as $$
    update public.usage_lease set until = '-infinity' where log = p_log and holder = p_holder
$$;

-- How many partitions are left for leaves from an index on, and for private parts from a month on.
create function usage_partitions_left(p_index bigint, p_month date, out leaves int, out months int)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select (select count(*)::int from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'public.usage_leaf'::regclass
               and substring(c.relname from '[0-9]+$')::bigint > p_index / 8388608),
           (select count(*)::int from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'public.usage_private'::regclass
               -- guarded: the planner may look at names of other tables first
               and case when c.relname ~ '_[0-9]{4}_[0-9]{2}$'
                        then to_date(right(c.relname, 7), 'YYYY_MM') > p_month else false end)
$$;

revoke execute on function usage_leaf_ahead, usage_private_ahead, usage_lease_take, usage_lease_leave,
    usage_partitions_left from public;
grant execute on function usage_leaf_ahead, usage_private_ahead, usage_lease_take, usage_lease_leave,
    usage_partitions_left to akashi_app;

grant select, insert on usage_log, usage_pending, usage_integrated, usage_leaf, usage_month, usage_private, usage_tile,
    usage_checkpoint to akashi_app;
grant select on usage_lease to akashi_app;

select usage_leaf_ahead(0, 7);
select usage_private_ahead((now() + interval '5 years')::date, 24);
