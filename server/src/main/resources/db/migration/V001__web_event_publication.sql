-- The event registry of Spring Modulith (columns of its schema version 2), owned here rather than made at start.
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_by_completion on event_publication (completion_date);

grant select, insert, update, delete on event_publication to akashi_app;
grant select on flyway_schema_history to akashi_app;
