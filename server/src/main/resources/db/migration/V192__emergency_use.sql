-- Use in an emergency beyond one's rights (緊急時の例外利用): opened by whoever needs it, for minutes, closed with an entry, reviewed by another.
create table emergency_use (
    number bigint generated always as identity primary key,
    person uuid not null,
    staff text not null,
    unit text not null,
    operations text[] not null check (cardinality(operations) between 1 and 50),
    reason text not null check (length(reason) between 10 and 1000),
    case_reference text not null check (length(case_reference) <= 100),
    opened_at timestamptz not null,
    until timestamptz not null check (until > opened_at and until <= opened_at + interval '4 hours'),
    closed_at timestamptz check (closed_at >= opened_at and closed_at <= until),
    lapsed boolean not null default false,
    closing text check (length(closing) between 10 and 2000),
    closing_at timestamptz,
    verdict text check (verdict in ('JUSTIFIED', 'UNJUSTIFIED')),
    review text check (length(review) between 3 and 1000),
    reviewed_by text check (reviewed_by <> staff),
    reviewed_at timestamptz,
    check ((closing is null) = (closing_at is null)),
    check (num_nonnulls(verdict, review, reviewed_by, reviewed_at) in (0, 4)),
    check (reviewed_by is null or closed_at is not null)
);
-- Nobody has two open at once, on whatever node.
create unique index emergency_use_open on emergency_use (person) where closed_at is null;
create index emergency_use_unit on emergency_use (unit, number desc);
grant select, insert, update (closed_at, lapsed, closing, closing_at, verdict, review, reviewed_by, reviewed_at) on emergency_use to akashi_app;

create table emergency_generation (
    only_row boolean not null primary key default true check (only_row),
    number bigint not null
);
insert into emergency_generation (number) values (1);
grant select, update on emergency_generation to akashi_app;
