-- Files of a document (添付: JPEG, PNG, PDF only; the type is sniffed from the content). They live with the document (DESIGN 5).
create table record_attachment (
    id        uuid        not null,
    record_id uuid        not null,
    name      text        not null check (length(name) between 1 and 200),
    type      text        not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
    sha256    bytea       not null check (octet_length(sha256) = 32),
    content   bytea       not null check (octet_length(content) between 1 and 10485760),
    added_at  timestamptz not null,
    added_by  uuid        not null,
    primary key (record_id, id)
);

alter table record_attachment alter column content set storage external;

grant select, insert on record_attachment to akashi_app;
