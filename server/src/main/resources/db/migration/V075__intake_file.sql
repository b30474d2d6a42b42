-- The register of imports (取込み): which file became documents, with the report on every line that was not taken exactly as written.
create table intake_file (
    id            uuid        not null primary key,
    number        bigint      not null generated always as identity unique,
    operation     text        not null,
    document_type text        not null,
    mapping       text        not null,
    name          text        not null check (length(name) <= 120),
    sha256        bytea       not null check (octet_length(sha256) = 32),
    unit          uuid        not null,
    taken_by      uuid        not null,
    taken_at      timestamptz not null,
    report        jsonb       not null,
    constraint a_file_is_taken_over_once unique (sha256, operation)
);

create index intake_file_unit_ix on intake_file (unit, operation, number);

grant select, insert on intake_file to akashi_app;
