-- Files of an import as they were sent, with their report's figures: looked at first (preview), then applied or given up.
create table organization_import (
    number bigint generated always as identity primary key,
    sent_at timestamptz not null,
    sent_by text not null,
    applied_at timestamptz,
    applied_by text,
    generation bigint,
    check ((applied_at is null) = (applied_by is null) and (applied_at is null) = (generation is null))
);
grant select, insert, update (applied_at, applied_by, generation) on organization_import to akashi_app;

create table organization_import_file (
    import bigint not null references organization_import,
    position int not null,
    name text not null check (length(name) <= 255),
    content bytea not null,
    primary key (import, position)
);
grant select, insert on organization_import_file to akashi_app;
