-- Recertification in two signatures (ADR 0015): nobody certifies their own rights, so the head signs for the unit and somebody
-- above signs for the head. A list of hundreds of people is not gone through in one sitting, so answers may wait unsigned.
create table entitlement_signature (
    campaign bigint not null references entitlement_campaign,
    part integer not null check (part in (1, 2)),
    signed_by text not null,
    signed_at timestamptz not null,
    lines integer not null,
    taken integer not null,
    digest text not null,
    primary key (campaign, part)
);
grant select, insert on entitlement_signature to akashi_app;

insert into entitlement_signature (campaign, part, signed_by, signed_at, lines, taken, digest)
select number, 1, ended_by, ended_at, lines, taken, digest from entitlement_campaign where state = 'SIGNED';

drop index entitlement_campaign_open;
alter table entitlement_campaign add column rest text[] not null default '{}';
alter table entitlement_campaign drop constraint entitlement_campaign_state_check;
alter table entitlement_campaign drop constraint entitlement_campaign_check;
alter table entitlement_campaign drop constraint entitlement_campaign_check1;
alter table entitlement_campaign drop column lines, drop column taken, drop column digest;
alter table entitlement_campaign
    add constraint entitlement_campaign_state check (state in ('OPEN', 'REST', 'SIGNED', 'MOVED')),
    add constraint entitlement_campaign_ended check ((state in ('OPEN', 'REST')) = (ended_at is null)),
    add constraint entitlement_campaign_rest check (state <> 'REST' or cardinality(rest) > 0);
create unique index entitlement_campaign_open on entitlement_campaign (unit) where state in ('OPEN', 'REST');
revoke update on entitlement_campaign from akashi_app;
grant update (state, due, rest, ended_by, ended_at) on entitlement_campaign to akashi_app;

create table entitlement_draft (
    campaign bigint not null references entitlement_campaign,
    key text not null,
    keep boolean not null,
    why text not null,
    said_by text not null,
    said_at timestamptz not null,
    primary key (campaign, key)
);
grant select, insert, update, delete on entitlement_draft to akashi_app;
