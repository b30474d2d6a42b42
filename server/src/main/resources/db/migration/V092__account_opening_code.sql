-- A one-time code by which its holder opens an account or, having lost the password, opens it anew. Issued by the head
-- whose duty it is, handed over in person. Only the hash is kept; a code is ended once, and never deleted.
create table account_opening_code (
    id         uuid        not null primary key,
    person     uuid        not null,
    hash       bytea       not null check (octet_length(hash) = 32),
    made_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    ended_at   timestamptz,
    ending     text        check (ending in ('SPENT', 'REPLACED', 'WITHDRAWN')),
    check ((ended_at is null) = (ending is null))
);
create unique index account_opening_code_open on account_opening_code (person) where ended_at is null;
comment on table account_opening_code is 'one open code a person (利用者IDを開く符号)';

grant select, insert, update (ended_at, ending) on account_opening_code to akashi_app;
