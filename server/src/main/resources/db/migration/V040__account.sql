-- Accounts (利用者ID) and the counting of failed sign-ins. Rights are not here: who somebody is and what that person may
-- do are two things (docs/decisions.md).
create table account (
    person        uuid        not null primary key,
    password      text        not null,
    opened_at     timestamptz not null,
    sessions_from timestamptz not null,
    closed_at     timestamptz
);
comment on column account.password is 'Argon2id, encoded with its parameters';
comment on column account.sessions_from is 'sessions opened before this instant have ended (change of password)';

create table account_lockout (
    kind     text        not null check (kind in ('ACCOUNT', 'SOURCE')),
    key      text        not null check (length(key) between 1 and 64),
    failures integer     not null check (failures >= 0),
    last_at  timestamptz not null,
    until    timestamptz,
    primary key (kind, key)
);
comment on column account_lockout.key is 'ACCOUNT: staff number as typed, whether or not there is one; SOURCE: terminal or address';
create index account_lockout_until on account_lockout (until) where until is not null;

create table account_generation (
    only_row boolean not null primary key default true check (only_row),
    number   bigint  not null
);
insert into account_generation (number) values (1);

grant select, insert, update on account to akashi_app;
grant select, insert, update, delete on account_lockout to akashi_app;
grant select, update on account_generation to akashi_app;
