-- Entered by one person, confirmed by another before it counts (審査; DOMAIN 3.11).
create table record_confirmation (
    record_id    uuid        not null,
    version      integer     not null,
    operation    text        not null,
    unit         uuid        not null,
    author       uuid        not null,
    submitted_at timestamptz not null,
    status       text        not null default 'WAITING'
                 check (status in ('WAITING', 'CONFIRMED', 'RETURNED', 'WITHDRAWN')),
    decided_by   uuid,
    decided_at   timestamptz,
    primary key (record_id, version),
    foreign key (record_id, version) references record_version (record_id, version),
    constraint nobody_confirms_the_own_entry check (status <> 'CONFIRMED' or decided_by <> author)
);

create index record_confirmation_waiting_ix on record_confirmation (unit, submitted_at) where status = 'WAITING';

grant select, insert, update on record_confirmation to akashi_app;
