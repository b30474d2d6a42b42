-- Nobody reads a document about the own person without a second person's release (本人に関する記録の閲覧). A request is kept
-- whether or not such a document exists, so that asking tells nothing.
create table record_own_access (
    id           uuid        not null primary key,
    person       uuid        not null,
    unit         uuid        not null,
    number       text        not null check (length(number) between 1 and 64),
    reason       text        not null check (length(reason) between 1 and 2000),
    requested_at timestamptz not null,
    released_by  uuid,
    released_at  timestamptz,
    valid_until  timestamptz,
    refused_at   timestamptz,
    constraint a_second_person_releases check (released_by is null or released_by <> person)
);

create index record_own_access_person_ix on record_own_access (person, number);
create index record_own_access_open_ix on record_own_access (unit, requested_at) where released_by is null;

grant select, insert, update on record_own_access to akashi_app;

-- Which members of the police are the subject of which documents can only be told by name and birth date; neither stands here in
-- clear, only the short hashes that documents carry too.
create table record_own_person (
    person    uuid        not null primary key,
    subjects  text[]      not null,
    stated_at timestamptz not null
);

create index record_own_person_subjects_ix on record_own_person using gin (subjects);

grant select, insert, update on record_own_person to akashi_app;

-- Who may read a sealed document (封印の閲覧者).
create table record_seal_reader (
    record_id   uuid        not null,
    person      uuid        not null,
    admitted_by uuid        not null,
    admitted_at timestamptz not null,
    removed_at  timestamptz,
    primary key (record_id, person, admitted_at)
);

grant select, insert, update on record_seal_reader to akashi_app;
