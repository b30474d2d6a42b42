-- Individual grants (個別付与) of usage rights (業務利用権) and stops. Standard sets have no rows: they follow from the
-- definition and the appointment. A row is never deleted; revoking writes who, when and on which paper.
create table access_grant (
    id           uuid        not null primary key,
    number       bigint      not null generated always as identity unique,
    kind         text        not null check (kind in ('GRANT', 'STOP')),
    appointment  uuid        not null,
    holder       uuid        not null,
    operation    text        not null,
    act          text        not null,
    scope        text        not null check (scope in ('OWN_UNIT', 'PREFECTURE', 'NATION')),
    valid_from   date        not null,
    valid_until  date,
    paper        text        not null check (length(paper) between 1 and 200),
    granted_by   uuid        not null,
    granted_at   timestamptz not null,
    revoked_at   timestamptz,
    revoked_by   uuid,
    revoke_paper text,
    check (valid_until is null or valid_until > valid_from),
    check (kind = 'STOP' or granted_by <> holder),
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_paper is null))
);
comment on column access_grant.valid_until is 'first day on which it no longer holds';
create index access_grant_open on access_grant (appointment) where revoked_at is null;

create table access_generation (
    only_row boolean not null primary key default true check (only_row),
    number   bigint  not null
);
insert into access_generation (number) values (1);

grant select, insert, update on access_grant to akashi_app;
grant select, update on access_generation to akashi_app;
