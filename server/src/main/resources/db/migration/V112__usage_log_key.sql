-- Which key signs a ledger from which size on: a new key is introduced by a note that the old one signed, too
-- (docs/formats/trust.md). Rows are added, never changed.
create table usage_log_key (
    log smallint not null,
    after_size bigint not null check (after_size >= 0),
    key text not null,
    at timestamptz not null,
    note text,
    primary key (log, after_size, key)
);

grant select, insert on usage_log_key to akashi_app;
