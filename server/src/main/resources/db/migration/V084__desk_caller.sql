-- 照会センターの受付: callers somebody at the desk has open. Kept here, so that a restart loses no caller.
create table desk_caller (
    seq bigint generated always as identity primary key,
    operator text not null,
    staff_number text not null,
    call_sign text not null check (length(call_sign) <= 40),
    unit text not null,
    channel text not null check (channel in ('RADIO', 'PHONE')),
    extension text not null check (length(extension) <= 40),
    called_back_at timestamptz,
    purpose text not null,
    case_reference text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    last_answer text,
    check (staff_number <> '' or call_sign <> '')
);
create index desk_caller_open on desk_caller (operator, seq) where closed_at is null;
grant select, insert, update on desk_caller to akashi_app;
