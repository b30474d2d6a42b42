-- Counts of uses, made from the log by a background job and to be made again from it at any time (ADR 0016); units, never persons.

create table improvement_lease (
    job text primary key,
    holder uuid not null,
    until timestamptz not null
);
grant select, insert, update on improvement_lease to akashi_app;

create table improvement_place (
    log smallint primary key,
    idx bigint not null
);
grant select, insert, update on improvement_place to akashi_app;

create table improvement_count (
    operation text not null,
    day date not null,
    hour smallint not null check (hour between 0 and 23),
    unit text not null,
    act text not null,
    purpose text not null,
    kind text not null,
    outcome text not null,
    uses bigint not null check (uses > 0),
    primary key (operation, day, hour, unit, act, purpose, kind, outcome)
);
grant select, insert, update on improvement_count to akashi_app;

create table improvement_timing (
    operation text not null,
    day date not null,
    bucket smallint not null check (bucket between 0 and 9),
    answers bigint not null check (answers > 0),
    primary key (operation, day, bucket)
);
grant select, insert, update on improvement_timing to akashi_app;

-- Stated by the managing section: minutes one use took by hand, uses a month the proposal had forecast.
create table improvement_figure (
    id bigint generated always as identity primary key,
    operation text not null,
    kind text not null check (kind in ('MINUTES', 'FORECAST')),
    value integer not null check (value between 0 and 10000000),
    since date not null,
    basis text not null check (length(basis) between 2 and 200),
    stated_by text not null,
    stated_at timestamptz not null
);
create index improvement_figure_ix on improvement_figure (operation, since desc, id desc);
grant select, insert on improvement_figure to akashi_app;
