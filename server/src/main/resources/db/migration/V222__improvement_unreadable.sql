-- Entries that could not be counted: left out and told, so that one of them never stops the counting of all that follow.
create table improvement_unreadable (
    log smallint not null,
    idx bigint not null,
    found_at timestamptz not null,
    primary key (log, idx)
);
grant select, insert on improvement_unreadable to akashi_app;
