-- What people say looks wrong (おかしい) or could be better (こうしたい); answered by the managing section.
create table improvement_voice (
    id bigint generated always as identity primary key,
    category text not null check (category in ('WRONG', 'BETTER')),
    page text not null check (page like '/%' and length(page) <= 200),
    operation text not null,
    body text not null check (length(body) between 3 and 1000),
    unit text not null,
    person uuid not null,
    staff text not null,
    said_at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'DONE')),
    version integer not null default 1,
    answer text check (length(answer) between 3 and 1000),
    answered_by text,
    answered_at timestamptz,
    done_at timestamptz,
    check ((state = 'OPEN') = (answer is null)),
    check ((answer is null) = (answered_by is null)),
    check ((state = 'DONE') = (done_at is not null))
);
create index improvement_voice_operation_ix on improvement_voice (operation, id desc);
create index improvement_voice_staff_ix on improvement_voice (person, id desc);
grant select, insert, update (state, version, answer, answered_by, answered_at, done_at) on improvement_voice to akashi_app;
