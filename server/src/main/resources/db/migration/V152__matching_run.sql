-- Who works: one node at a time, by a lease. Runs of the full comparison (全件突合), each resumed where it stopped.
create table matching_lease (
    job text primary key,
    holder uuid not null,
    until timestamptz not null
);
grant select, insert, update on matching_lease to akashi_app;

create table matching_run (
    seq bigint generated always as identity primary key,
    ordered_by text not null,
    started_at timestamptz not null,
    total integer not null,
    done integer not null default 0,
    proposed integer not null default 0,
    place_operation text not null default '',
    place_document text not null default '',
    place_record uuid,
    ended_at timestamptz
);
create unique index matching_run_one_ix on matching_run ((ended_at is null)) where ended_at is null;
grant select, insert, update on matching_run to akashi_app;
