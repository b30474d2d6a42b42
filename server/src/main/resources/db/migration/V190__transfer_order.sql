-- Transfer orders (人事異動): one file each, entered by one person, looked at with what everybody gains and loses, applied by another.
-- Once applied, the organisation's own tables hold what takes effect and when; the file stays as it was sent.
create table transfer_order (
    number bigint generated always as identity primary key,
    paper text not null check (length(paper) between 1 and 200),
    file_name text not null check (length(file_name) <= 255),
    content bytea not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'APPLIED', 'WITHDRAWN')),
    lines integer not null check (lines > 0),
    people integer not null check (people > 0),
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    entered_by text not null,
    entered_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    generation bigint,
    check ((state = 'WAITING') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'APPLIED') = (generation is not null))
);
grant select, insert, update (state, decided_by, decided_at, generation) on transfer_order to akashi_app;
