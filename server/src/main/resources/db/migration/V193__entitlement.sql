-- Usage rights by request (業務利用権の申請): asked for by the head of a unit, decided by the head of the managing section.
create table entitlement_request (
    number bigint generated always as identity primary key,
    unit text not null,
    operation text not null,
    act text not null,
    scope text not null check (scope in ('OWN_UNIT', 'PREFECTURE', 'NATION')),
    valid_from date not null,
    valid_until date not null check (valid_until > valid_from and valid_until <= valid_from + 732),
    staff text[] not null check (cardinality(staff) between 1 and 50),
    reason text not null check (length(reason) between 3 and 1000),
    state text not null default 'WAITING' check (state in ('WAITING', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    requested_by text not null check (not requested_by = any (staff)),
    requested_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    why text not null default '',
    check ((state = 'WAITING') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check (state not in ('GRANTED', 'REFUSED') or (decided_by <> requested_by and not decided_by = any (staff)))
);
grant select, insert, update (state, decided_by, decided_at, why) on entitlement_request to akashi_app;

-- Individual grants not used for 90 days (不使用): the head of the holder's unit is asked; without an answer the right ends.
create table entitlement_unused (
    number bigint generated always as identity primary key,
    granted bigint not null,
    unit text not null,
    holder uuid not null,
    asked_at timestamptz not null,
    due date not null,
    state text not null default 'ASKED' check (state in ('ASKED', 'KEPT', 'GIVEN_UP', 'ENDED')),
    answered_by text,
    answered_at timestamptz,
    why text not null default '',
    check ((state = 'ASKED') = (answered_at is null))
);
create unique index entitlement_unused_asked on entitlement_unused (granted) where state = 'ASKED';
grant select, insert, update (state, answered_by, answered_at, why) on entitlement_unused to akashi_app;

-- Recertification (定期点検): the head goes through everybody's rights and signs; the digest binds list and answers.
create table entitlement_campaign (
    number bigint generated always as identity primary key,
    unit text not null,
    ground text not null check (ground in ('YEARLY', 'TRANSFER', 'ORDERED')),
    due date not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'SIGNED', 'MOVED')),
    opened_by text not null,
    opened_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    lines integer,
    taken integer,
    digest text,
    check ((state = 'OPEN') = (ended_at is null)),
    check ((state = 'SIGNED') = (digest is not null))
);
create unique index entitlement_campaign_open on entitlement_campaign (unit) where state = 'OPEN';
grant select, insert, update (state, ended_by, ended_at, lines, taken, digest) on entitlement_campaign to akashi_app;

create table entitlement_answer (
    campaign bigint not null references entitlement_campaign,
    line integer not null,
    staff text not null,
    granted bigint,
    what text not null,
    keep boolean not null,
    why text not null,
    primary key (campaign, line)
);
grant select, insert on entitlement_answer to akashi_app;
