-- Posts (職), people (職員), appointments (任用), deputies (代理順位), duty officers outside hours (当直); kept like the units.
create table organization_post (
    id uuid primary key,
    code text not null unique check (code ~ '^[A-Z0-9/-]{1,30}$'),
    unit uuid not null references organization_unit,
    sample boolean not null
);
grant select, insert on organization_post to akashi_app;

create table organization_post_version (
    id uuid primary key,
    post uuid not null references organization_post,
    title text not null check (length(title) between 1 and 100),
    title_en text not null check (length(title_en) <= 100),
    post_class text not null check (post_class in ('OFFICER', 'BOX_OFFICER', 'DETECTIVE', 'INQUIRY_CENTRE', 'STATION_SUPERVISOR',
        'SECTION_HEAD', 'UNIT_HEAD', 'SYSTEM_GENERAL_MANAGER', 'INFORMATION_MANAGEMENT', 'AUDITOR', 'CIVILIAN',
        'PART_TIME_ADVISER')),
    seats int not null check (seats >= 0),
    valid_from date not null,
    valid_until date check (valid_until > valid_from),
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    exclude using gist (post with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null)
);
grant select, insert, update (valid_until, withdrawn_at) on organization_post_version to akashi_app;
create trigger organization_post_version_keeps before update on organization_post_version
    for each row execute function organization_keep_history();

create table organization_deputy (
    id uuid primary key,
    post uuid not null references organization_post,
    deputy uuid not null references organization_post check (deputy <> post),
    position int not null check (position > 0),
    valid_from date not null,
    valid_until date check (valid_until > valid_from),
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    exclude using gist (post with =, position with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null),
    exclude using gist (post with =, deputy with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null)
);
grant select, insert, update (valid_until, withdrawn_at) on organization_deputy to akashi_app;
create trigger organization_deputy_keeps before update on organization_deputy
    for each row execute function organization_keep_history();

create table organization_person (
    id uuid primary key,
    staff_number text not null unique check (staff_number ~ '^[A-Z0-9-]{1,20}$'),
    sample boolean not null
);
grant select, insert on organization_person to akashi_app;

create table organization_person_version (
    id uuid primary key,
    person uuid not null references organization_person,
    name text not null check (length(name) between 1 and 100),
    kana text not null check (length(kana) between 1 and 100),
    romaji text not null check (length(romaji) <= 100),
    rank text not null,
    employment text not null check (employment in ('SWORN', 'CIVILIAN', 'PART_TIME')),
    duty text not null check (duty in ('ON_DUTY', 'CHILDCARE_LEAVE', 'LEAVE', 'SUSPENSION', 'SECONDMENT', 'RETIRED', 'DISMISSED')),
    valid_from date not null,
    valid_until date check (valid_until > valid_from),
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    exclude using gist (person with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null)
);
grant select, insert, update (valid_until, withdrawn_at) on organization_person_version to akashi_app;
create trigger organization_person_version_keeps before update on organization_person_version
    for each row execute function organization_keep_history();

create table organization_appointment (
    id uuid primary key,
    person uuid not null references organization_person,
    post uuid not null references organization_post,
    kind text not null check (kind in ('PRINCIPAL', 'CONCURRENT', 'ACTING')),
    document text not null check (length(document) <= 100),
    valid_from date not null,
    valid_until date check (valid_until > valid_from),
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    exclude using gist (person with =, post with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null),
    exclude using gist (person with =, daterange(valid_from, valid_until) with &&)
        where (withdrawn_at is null and kind = 'PRINCIPAL')
);
grant select, insert, update (valid_until, withdrawn_at) on organization_appointment to akashi_app;
create trigger organization_appointment_keeps before update on organization_appointment
    for each row execute function organization_keep_history();

create table organization_duty (
    id uuid primary key,
    unit uuid not null references organization_unit,
    person uuid not null references organization_person,
    chief boolean not null,
    starts timestamptz not null,
    ends timestamptz not null check (ends > starts and ends <= starts + interval '72 hours'),
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    exclude using gist (person with =, tstzrange(starts, ends) with &&) where (withdrawn_at is null)
);
grant select, insert, update (withdrawn_at) on organization_duty to akashi_app;
