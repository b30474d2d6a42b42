-- The largest tree of each other log that this witness has cosigned (c2sp.org/tlog-witness). It goes forward only, which
-- the database holds to by itself: not even the application can make the witness forget what it has seen.
create table witness_seen (
    origin text primary key,
    size bigint not null check (size >= 0),
    root bytea not null check (octet_length(root) = 32),
    at timestamptz not null
);

create function witness_seen_forward() returns trigger
    language plpgsql set search_path = pg_catalog, public as $$
begin
    if new.origin <> old.origin or new.size < old.size or (new.size = old.size and new.root <> old.root) then
        raise exception 'What a witness has seen goes forward only' using errcode = '42501';
    end if;
    return new;
end
$$;
create trigger witness_seen_forward before update on witness_seen
    for each row execute function witness_seen_forward();

grant select, insert, update on witness_seen to akashi_app;
