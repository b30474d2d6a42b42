-- Documents of the target operations (登録原票). DESIGN 5: ids are UUIDv7, so both tables can be spread or partitioned by id;
-- no unique key without the id. Nothing is ever deleted here: a document ends by a reason code.
create table record (
    id                uuid        not null,
    operation         text        not null,
    document_type     text        not null,
    number            text        not null check (length(number) between 1 and 64),
    unit              uuid        not null,
    standing          text        not null
                      check (standing in ('WAITING', 'RETURNED', 'COUNTED', 'WITHDRAWN', 'ENDED')),
    state             text        not null,
    sealed            boolean     not null default false,
    version           integer     not null check (version >= 1),
    counted_version   integer     check (counted_version between 1 and version),
    changed_at        timestamptz not null,
    happened_on       date,
    subjects          text[]      not null default '{}',
    listing           jsonb       not null default '{}',
    primary key (id)
);

comment on column record.version is 'latest step; corrections name the version they were made on (optimistic check)';
comment on column record.counted_version is 'the step that answers: confirmed by a second person where the definition asks for it; null until then';
comment on column record.subjects is 'who the document is about, made comparable: name and birth date, staff number; nobody reads the own document alone';
comment on column record.listing is 'values of the fields a list may be narrowed by (kind, place); lists are always bounded by happened_on first';

create index record_number_ix on record (number);
create index record_unit_ix on record (operation, unit, changed_at);
create index record_happened_ix on record (operation, happened_on) where happened_on is not null;

-- Every step of a document's life with what it said from then on: what the system held at an instant is the last step before it.
create table record_version (
    record_id         uuid        not null,
    version           integer     not null check (version >= 1),
    act               text        not null
                      check (act in ('REGISTER', 'CORRECT', 'CONFIRM', 'RETURN', 'WITHDRAW', 'TRANSIT', 'END', 'SEAL', 'IMPORT')),
    operation_version text        not null,
    standing          text        not null,
    state             text        not null,
    counts            boolean     not null,
    content           jsonb       not null,
    changed_at        timestamptz not null,
    changed_by        uuid,
    staff_number      text        not null,
    post              text        not null,
    unit              uuid        not null,
    reason            text        not null default '' check (length(reason) <= 2000),
    ending            text,
    source_form       text        not null default '' check (length(source_form) <= 100),
    primary key (record_id, version)
);

comment on column record_version.counts is 'true where this step is one that answers from changed_at on';
comment on column record_version.changed_by is 'null for a named system actor; staff_number then carries its name';

-- Business numbers (受理番号, 手配番号): gapless per series, unit and fiscal year; the row lock lasts until the registering transaction ends.
create table record_number (
    series      text    not null,
    unit        uuid    not null,
    fiscal_year integer not null,
    last        bigint  not null check (last >= 0),
    primary key (series, unit, fiscal_year)
);

-- One row a submitted form: a double submit finds the first one's result here.
create table record_request (
    request   uuid        not null,
    person    uuid        not null,
    record_id uuid        not null,
    version   integer     not null,
    made_at   timestamptz not null,
    primary key (request, person)
);

grant select, insert, update on record to akashi_app;
grant select, insert on record_version to akashi_app;
grant select, insert, update on record_number to akashi_app;
grant select, insert on record_request to akashi_app;
