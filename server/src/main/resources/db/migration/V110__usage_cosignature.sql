-- What witnesses said about this system's checkpoints (c2sp.org/tlog-cosignature): rows are added, never changed.
create table usage_cosignature (
    log smallint not null,
    size bigint not null check (size > 0),
    key text not null,
    at timestamptz not null,
    line text not null,
    primary key (log, size, key, at)
);
create index usage_cosignature_by_key on usage_cosignature (log, key, size, at);

grant select, insert on usage_cosignature to akashi_app;
