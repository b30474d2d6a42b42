-- 事後の取扱結果: what came of an inquiry. A correction is a further version; nothing is overwritten.
-- The entry on the ledger is the inquiry itself (log, entry); what was asked stands there and only there.
create table inquiry_result (
    log integer not null,
    entry bigint not null check (entry >= 0),
    version integer not null check (version > 0),
    outcome text not null check (length(outcome) between 1 and 40),
    case_reference text check (length(case_reference) between 1 and 200),
    entered_at timestamptz not null,
    entered_by text not null,
    staff_number text not null,
    unit text not null,
    use_id uuid not null,
    primary key (log, entry, version)
);
grant select, insert on inquiry_result to akashi_app;
