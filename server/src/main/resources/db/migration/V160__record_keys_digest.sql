-- Search keys (検索キー), small enough for a nation's records: a row is the digest of a key and the record it leads to, nothing else.
-- What an existence answer shows stands once, with the version that answers (ADR 0013). Keys of versions that no longer answer
-- stay, so that a lookup can be repeated as of any past instant.
drop table record_key;

alter table record add column answer_version integer check (answer_version between 1 and version);
alter table record_version add column summary jsonb check (octet_length(summary::text) <= 4000);

comment on column record.answer_version is 'the version that answers existence inquiries; null while none does';
comment on column record_version.summary is 'discriminators and cautions, never the whole content; where the version answers';

create table record_key (
    digest    bigint   not null,
    narrow    integer,
    since     integer  not null check (since >= 1),
    until     integer  check (until > since),
    operation integer  not null,
    grade     smallint not null check (grade between 0 and 2),
    record_id uuid     not null
);

comment on column record_key.digest is 'the first eight bytes of SHA-256 over kind, space and value';
comment on column record_key.operation is 'the first four bytes of SHA-256 over the operation''s code';
comment on column record_key.narrow is 'what narrows a key that many share: the day of a complete birth date; null where it is not known';
comment on column record_key.since is 'the version of the record with which the key began to answer';
comment on column record_key.until is 'the version with which it ceased; null while it answers';

-- The owner builds and drops the indexes in one place: a whole stock is loaded without them.
create function record_key_indexes_build() returns void
    language plpgsql set search_path = pg_catalog, public set maintenance_work_mem = '512MB' as $$
begin
    create index if not exists record_key_now_ix on public.record_key (digest, operation, narrow)
        include (record_id, grade) where until is null;
    create index if not exists record_key_past_ix on public.record_key (digest, operation) where until is not null;
    create index if not exists record_key_record_ix on public.record_key (record_id);
end
$$;

create function record_key_indexes_drop() returns void
    language sql set search_path = pg_catalog, public as $$
    drop index if exists public.record_key_now_ix, public.record_key_past_ix, public.record_key_record_ix
$$;

revoke execute on function record_key_indexes_build, record_key_indexes_drop from public;

select record_key_indexes_build();

-- What answers already goes on doing so: the program makes keys and summaries anew.
update record set answer_version = counted_version where counted_version is not null and standing in ('COUNTED', 'WAITING', 'RETURNED');
grant update (summary) on record_version to akashi_app;

-- many inserts, few updates: keep the visibility map fresh so that lookups stay index-only
alter table record_key set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02);

grant select, insert, update on record_key to akashi_app;
