-- Search keys (検索キー). One covering row per search value (DESIGN 5): an existence inquiry is a single index-only lookup by
-- value and kind, distributed by value. A changed document closes its rows and adds new ones, so the lookup can be repeated as of
-- any past instant.
create table record_key (
    value         text        not null check (octet_length(value) between 1 and 800),
    kind          text        not null,
    operation     text        not null,
    record_id     uuid        not null,
    document_type text        not null,
    version       integer     not null,
    valid_from    timestamptz not null,
    valid_to      timestamptz not null default 'infinity',
    state         text        not null,
    unit          uuid        not null,
    sealed        boolean     not null default false,
    birth_from    date,
    birth_to      date,
    sex           text,
    subjects      text[],
    number        text        not null,
    grade         text        not null check (grade in ('EXACT', 'VARIANT', 'WIDE')),
    rules         text        not null default '',
    summary       jsonb       not null check (octet_length(summary::text) <= 1000),
    primary key (value, kind, operation, record_id, version)
        include (document_type, valid_from, valid_to, state, unit, sealed, birth_from, birth_to, sex, subjects, number,
            grade, rules, summary)
);

comment on table record_key is 'only documents that count have rows; summary carries discriminators and cautions, never the whole content';

create index record_key_record_ix on record_key (record_id) where valid_to = 'infinity';

-- many inserts, few updates: keep the visibility map fresh so that lookups stay index-only
alter table record_key set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02);

grant select, insert, update on record_key to akashi_app;
