-- Batch inquiries (一括照会): a list, asked for by one person, approved by another, asked item by item.

-- The list goes when it has been asked, refused, withdrawn or is older than three days; what was answered stays as numbers of entries.
-- An approval holds for the list whose digest it names.
create table batch_request (
    seq bigint generated always as identity primary key,
    kind text not null check (kind in ('VEHICLE', 'PERSON')),
    purpose text not null,
    case_reference text not null check (case_reference <> ''),
    note text not null,
    operations text[] not null check (cardinality(operations) > 0),
    state text not null check (state in ('WAITING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'RUNNING', 'STOPPED', 'DONE', 'EXPIRED')),
    version integer not null default 1,
    digest text not null,
    approved_digest text,
    items integer not null check (items between 1 and 500),
    unit text not null,
    post text not null,
    person uuid not null,
    staff text not null,
    requested_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > requested_at),
    decided_at timestamptz,
    decided_by text check (decided_by <> staff),
    reason text,
    ended_at timestamptz,
    worker uuid,
    worker_until timestamptz,
    check (approved_digest is null or decided_by is not null)
);
create index batch_request_unit_ix on batch_request (unit, seq desc);
create index batch_request_open_ix on batch_request (expires_at) where state in ('WAITING', 'APPROVED', 'RUNNING', 'STOPPED');
grant select, insert, update on batch_request to akashi_app;

-- ASKING is written before an item is asked, with a name that its entry on the log carries: after a crash the log says whether it was.
create table batch_item (
    batch bigint not null references batch_request,
    line integer not null check (line >= 1),
    cells text[],
    state text not null default 'WAITING' check (state in ('WAITING', 'ASKING', 'DONE')),
    outcome text check (outcome in ('NONE', 'FOUND', 'COMPARE', 'TOO_BROAD', 'REFUSED', 'UNSEEN')),
    refused integer not null default 0,
    entry text,
    as_of timestamptz,
    primary key (batch, line),
    check ((state = 'DONE') = (outcome is not null and entry is not null))
);
grant select, insert, update, delete on batch_item to akashi_app;
