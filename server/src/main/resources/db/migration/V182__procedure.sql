-- How a target operation is set up, changed and ended (the Directive, Art. 4 to 6; ADR 14). One proposal for an operation at a time;
-- what was done is kept move by move and never changed.
create table procedure_proposal (
    number bigint generated always as identity primary key,
    kind text not null check (kind in ('NEW', 'CHANGE', 'SUSPEND', 'RESUME', 'ABOLISH', 'TRANSFER')),
    operation text not null check (operation ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(operation) <= 40),
    section text not null,
    title text not null check (length(title) between 3 and 200),
    reason text not null check (length(reason) between 3 and 2000),
    wished date,
    definition text check (length(definition) <= 300000),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    base text check (base ~ '^[0-9a-f]{64}$'),
    minor boolean not null,
    important boolean not null default false,
    stage text not null,
    version int not null default 1,
    proposed_by text not null,
    proposed_at timestamptz not null,
    takes_force timestamptz,
    closed_at timestamptz,
    check ((definition is not null) = (kind in ('NEW', 'CHANGE')))
);
create unique index procedure_proposal_one_open on procedure_proposal (operation) where closed_at is null;
create index procedure_proposal_announced on procedure_proposal (takes_force) where stage = 'ANNOUNCED';
grant select, insert, update on procedure_proposal to akashi_app;

create table procedure_move (
    proposal bigint not null references procedure_proposal,
    seq int not null,
    move text not null,
    stage text not null,
    hash text not null,
    person text not null,
    post text not null,
    unit text not null,
    paper text not null default '' check (length(paper) <= 200),
    note text not null default '' check (length(note) <= 2000),
    at timestamptz not null,
    primary key (proposal, seq)
);
grant select, insert on procedure_move to akashi_app;

-- Answers to what the rules or people were asked about one content: minor change, review by Art. 6, golden questions.
create table procedure_answer (
    proposal bigint not null references procedure_proposal,
    hash text not null,
    item text not null,
    answer text not null,
    person text not null,
    at timestamptz not null,
    primary key (proposal, hash, item, at)
);
grant select, insert on procedure_answer to akashi_app;

-- Golden questions: made-up records and questions about them, asked of the version in force and of the one proposed.
create table procedure_golden (
    number bigint generated always as identity primary key,
    operation text not null,
    title text not null check (length(title) between 3 and 200),
    document text not null,
    says text not null check (length(says) <= 4000),
    kind text not null,
    asked text not null check (length(asked) between 1 and 200),
    kept_by text not null,
    kept_at timestamptz not null,
    retired_at timestamptz
);
create index procedure_golden_of on procedure_golden (operation) where retired_at is null;
grant select, insert, update (retired_at) on procedure_golden to akashi_app;

-- What belongs to the police information management system and what does not (the Directive, Art. 2).
create table procedure_scope (
    number bigint generated always as identity primary key,
    name text not null check (length(name) between 2 and 200),
    kind text not null check (kind in ('SYSTEM', 'DOCUMENT')),
    section text not null,
    ground text not null check (ground in ('NATIONAL', 'CONNECTED', 'DESIGNATED', 'OUTSIDE')),
    reason text not null check (length(reason) between 3 and 1000),
    paper text not null check (length(paper) between 3 and 200),
    since date not null,
    kept_by text not null,
    kept_at timestamptz not null,
    ended_at timestamptz
);
grant select, insert, update (ended_at) on procedure_scope to akashi_app;

-- Releases of the program, kept like changes of an operation: one writes them down, another signs them off, backing out is a step.
create table procedure_release (
    number bigint generated always as identity primary key,
    version text not null check (length(version) between 1 and 60),
    changes text not null check (length(changes) between 3 and 4000),
    documents text not null check (length(documents) between 3 and 1000),
    golden text not null check (length(golden) between 3 and 1000),
    back_out text not null check (length(back_out) between 3 and 1000),
    written_by text not null,
    written_at timestamptz not null,
    signed_by text check (signed_by <> written_by),
    signed_at timestamptz,
    backed_out_by text,
    backed_out_at timestamptz,
    back_out_reason text,
    check ((signed_by is null) = (signed_at is null)),
    check (backed_out_at is null or signed_at is not null)
);
grant select, insert, update (signed_by, signed_at, backed_out_by, backed_out_at, back_out_reason) on procedure_release to akashi_app;
