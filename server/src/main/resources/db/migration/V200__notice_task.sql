-- Tasks (用件), addressed to a person, a post or the holders of classes of posts; whoever holds the post today sees them (ADR 0016).

-- Words are looked up when a task is shown (UNIT:AT-01, NUMBER:3); nothing that somebody typed stands here.
create table notice_task (
    id bigint generated always as identity primary key,
    key text not null unique check (length(key) <= 200),
    kind text not null check (kind in ('NOTICE', 'REQUEST', 'ALERT')),
    to_person uuid,
    to_post uuid,
    to_classes text[],
    to_unit uuid,
    message text not null,
    words text[] not null,
    link text not null check (link like '/%' and link not like '//%'),
    due date,
    raised_at timestamptz not null,
    done_at timestamptz,
    done_by text,
    check (num_nonnulls(to_person, to_post, to_classes) = 1),
    check (to_unit is null or to_classes is not null),
    check ((done_at is null) = (done_by is null))
);
create index notice_task_open_ix on notice_task (id) where done_at is null;
create index notice_task_done_ix on notice_task (done_at desc) where done_at is not null;
grant select, insert on notice_task to akashi_app;
grant update (done_at, done_by) on notice_task to akashi_app;
