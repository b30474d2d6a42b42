-- Delayed hits (遅延照合): an inquiry goes on standing for as long as the operation says. Only digests of its keys are kept, and they are erased
-- when it ends; the registering side never sees a row of these.

-- How far each log of uses has been read.
create table matching_read (
    log integer primary key,
    through bigint not null
);
grant select, insert, update on matching_read to akashi_app;

create table matching_standing (
    id bigint generated always as identity primary key,
    log integer not null,
    entry bigint not null,
    asked_at timestamptz not null,
    until timestamptz not null check (until > asked_at),
    operations text[] not null,
    unit text not null,
    staff text not null,
    birth text,
    sex text,
    known uuid[] not null,
    unique (log, entry)
);
create index matching_standing_until_ix on matching_standing (until);
grant select, insert, delete on matching_standing to akashi_app;

create table matching_standing_key (
    digest bigint not null,
    standing bigint not null references matching_standing on delete cascade,
    primary key (digest, standing)
);
create index matching_standing_key_ix on matching_standing_key (standing);
grant select, insert, delete on matching_standing_key to akashi_app;

-- What was registered after it had been asked for. Says whose question it was, not what was asked.
create table matching_hit (
    seq bigint generated always as identity primary key,
    log integer not null,
    entry bigint not null,
    asked_at timestamptz not null,
    unit text not null,
    staff text not null,
    record uuid not null,
    operation text not null,
    document_type text not null,
    number text not null,
    record_unit uuid not null,
    found_at timestamptz not null,
    seen_at timestamptz,
    seen_by text,
    unique (log, entry, record)
);
create index matching_hit_found_ix on matching_hit (found_at);
grant select, insert, update, delete on matching_hit to akashi_app;
