-- The two one-time codes that open the very first account of an installation (ADR 4: without an account nobody could
-- open one). Only hashes are kept; a code is ended once, and never deleted.
create table account_first_code (
    id         uuid        not null primary key,
    person     uuid        not null,
    hash       bytea       not null check (octet_length(hash) = 32),
    made_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    ended_at   timestamptz,
    ending     text        check (ending in ('SPENT', 'REPLACED')),
    check ((ended_at is null) = (ending is null))
);
comment on table account_first_code is 'two at a time, each handed to another person (一回限りの符号)';
comment on column account_first_code.hash is 'SHA-256 of the person and a code of 100 random bits';

grant select, insert, update (ended_at, ending) on account_first_code to akashi_app;
