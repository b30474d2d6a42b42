-- Matching on arrival (突合): what has begun to answer and waits to be compared, by what records are found as counterparts,
-- pairs that may be the same, and what people judged.

-- Written in the transaction of the change itself, so that no crash loses one; taken away when it has been compared.
create table matching_arrival (
    seq bigint generated always as identity primary key,
    record uuid not null,
    operation text not null,
    document_type text not null,
    version integer not null,
    answers boolean not null,
    noted_at timestamptz not null
);
grant select, insert, delete on matching_arrival to akashi_app;

-- Digests of small pieces by which a counterpart is found; they stand while the record answers and go with it.
create table matching_part (
    value text not null check (octet_length(value) between 1 and 40),
    operation text not null,
    document_type text not null,
    record uuid not null,
    primary key (value, operation, document_type, record)
);
create index matching_part_record_ix on matching_part (record);
grant select, insert, delete on matching_part to akashi_app;

-- Two records that may be about the same person or thing. first < second, so that a pair stands once. A print is a hash of what
-- was compared: a pair judged not the same comes again only when it has changed.
create table matching_pair (
    seq bigint generated always as identity primary key,
    first uuid not null,
    first_operation text not null,
    first_document text not null,
    first_number text not null,
    first_unit uuid not null,
    first_print text not null,
    second uuid not null,
    second_operation text not null,
    second_document text not null,
    second_number text not null,
    second_unit uuid not null,
    second_print text not null,
    score integer not null,
    origin text not null check (origin in ('RECORD', 'PERSON')),
    state text not null check (state in ('OPEN', 'SAME', 'NOT_SAME', 'UNDONE', 'GONE')),
    version integer not null default 1,
    proposed_at timestamptz not null,
    proposed_by text not null,
    changed_at timestamptz not null,
    unique (first, second),
    check (first < second)
);
create index matching_pair_second_ix on matching_pair (second);
create index matching_pair_open_ix on matching_pair (score desc, seq) where state = 'OPEN';
grant select, insert, update on matching_pair to akashi_app;

-- What was said about a pair, in order; never changed.
create table matching_verdict (
    pair bigint not null references matching_pair,
    n integer not null check (n >= 1),
    verdict text not null check (verdict in ('PROPOSED', 'SAME', 'NOT_SAME', 'UNDONE')),
    reason text not null check (length(reason) between 1 and 400),
    at timestamptz not null,
    staff text not null,
    unit uuid not null,
    primary key (pair, n)
);
grant select, insert on matching_verdict to akashi_app;
