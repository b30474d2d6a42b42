-- 手配の確認: a hit is a lead, and the registering unit says whether it still stands (犯罪捜査規範33条・34条, 照会該当の確認).
create table hit_confirmation (
    seq bigint generated always as identity primary key,
    log integer not null,
    entry bigint not null check (entry >= 0),
    hit integer not null check (hit > 0),
    operation text not null,
    operation_version text not null,
    record uuid not null,
    record_version integer not null,
    record_number text not null,
    unit uuid not null,
    urgent boolean not null,
    lapsed boolean not null,
    asked_at timestamptz not null,
    due_at timestamptz not null check (due_at > asked_at),
    asked_by text not null,
    asked_staff text not null,
    asked_unit uuid not null,
    reach text not null check (length(reach) <= 200),
    unique (log, entry, record)
);
create index hit_confirmation_of_unit on hit_confirmation (unit, due_at);

create table hit_confirmation_reply (
    confirmation bigint primary key references hit_confirmation,
    verdict text not null check (verdict in ('VALID', 'LAPSED', 'NOT_SAME')),
    note text not null check (length(note) <= 400),
    replied_at timestamptz not null,
    replied_by text not null,
    replied_staff text not null,
    replied_unit uuid not null
);
grant select, insert on hit_confirmation to akashi_app;
grant select, insert on hit_confirmation_reply to akashi_app;
