-- Appointments by line of command (任命): system, security and privacy are three lines, not one tree (DOMAIN 1.2).
create table duty_role (
    code text primary key check (code ~ '^[A-Z_]{2,40}$'),
    line text not null check (line in ('SYSTEM', 'SECURITY', 'PRIVACY')),
    name_ja text not null,
    name_en text not null,
    reach text not null check (reach in ('WHOLE', 'UNIT', 'OPERATION')),
    required boolean not null,
    place integer not null,
    source text not null
);
insert into duty_role (code, line, name_ja, name_en, reach, required, place, source) values
    ('SYSTEM_GENERAL_MANAGER', 'SYSTEM', 'システム総括責任者', 'System general manager', 'WHOLE', true, 10, '訓令第４条'),
    ('SYSTEM_MANAGER', 'SYSTEM', 'システム管理責任者', 'System manager', 'WHOLE', true, 20, '運営要綱'),
    ('OPERATION_SECTION_HEAD', 'SYSTEM', '運用主管課長', 'Head of the managing section', 'OPERATION', true, 30, '訓令第５条'),
    ('OPERATION_MANAGER', 'SYSTEM', '運用責任者', 'Operation manager', 'UNIT', true, 40, '運営要綱'),
    ('OPERATION_STAFF', 'SYSTEM', '運用担当者', 'Operation staff', 'UNIT', false, 50, '運営要綱'),
    ('SECURITY_MANAGER', 'SECURITY', '情報セキュリティ管理者', 'Information security manager', 'WHOLE', true, 10, '情報セキュリティポリシー'),
    ('SECURITY_OFFICER', 'SECURITY', '情報セキュリティ責任者', 'Information security officer', 'UNIT', false, 20, '情報セキュリティポリシー'),
    ('SECURITY_AUDITOR', 'SECURITY', '情報セキュリティ監査責任者', 'Head of information security audit', 'WHOLE', true, 30, '情報セキュリティポリシー'),
    ('PRIVACY_GENERAL_MANAGER', 'PRIVACY', '総括保護管理者', 'General manager of data protection', 'WHOLE', true, 10, '個人情報管理規程'),
    ('PRIVACY_MANAGER', 'PRIVACY', '保護管理者', 'Manager of data protection', 'UNIT', true, 20, '個人情報管理規程'),
    ('PRIVACY_OFFICER', 'PRIVACY', '保護担当者', 'Officer for data protection', 'UNIT', false, 30, '個人情報管理規程'),
    ('PRIVACY_AUDITOR', 'PRIVACY', '個人情報監査責任者', 'Head of data protection audit', 'WHOLE', true, 40, '個人情報管理規程');
grant select on duty_role to akashi_app;

-- What may not be combined (兼務禁止): ROLE:code or POST:class of posts. A further pair is a row, not a release.
create table duty_incompatible (
    code text primary key check (code ~ '^[A-Z_]{2,40}$'),
    one text not null check (one ~ '^(ROLE|POST):[A-Z_]{2,40}$'),
    other text not null check (other ~ '^(ROLE|POST):[A-Z_]{2,40}$' and other <> one),
    same_unit boolean not null,
    reason_ja text not null,
    reason_en text not null
);
insert into duty_incompatible (code, one, other, same_unit, reason_ja, reason_en) values
    ('AUDITOR_OPERATOR', 'POST:AUDITOR', 'POST:INFORMATION_MANAGEMENT', false, '監査する者が、監査されるシステムを運用することになるため。', 'Whoever audits would run the system audited.'),
    ('AUDITOR_CENTRE', 'POST:AUDITOR', 'POST:INQUIRY_CENTRE', false, '監査する者が、監査される照会を扱うことになるため。', 'Whoever audits would handle the inquiries audited.'),
    ('AUDITOR_GENERAL', 'POST:AUDITOR', 'ROLE:SYSTEM_GENERAL_MANAGER', false, '監査する者が、監査を受ける責任者になるため。', 'Whoever audits would be the one audited.'),
    ('SECURITY_AUDIT_SYSTEM', 'ROLE:SECURITY_AUDITOR', 'ROLE:SYSTEM_MANAGER', false, '情報セキュリティの監査責任者が、監査されるシステムを管理することになるため。', 'The head of security audit would manage the system audited.'),
    ('SECURITY_AUDIT_MANAGER', 'ROLE:SECURITY_AUDITOR', 'ROLE:SECURITY_MANAGER', false, '情報セキュリティの管理と監査は、別の者が行うため。', 'Managing security and auditing it are for different people.'),
    ('PRIVACY_AUDIT_GENERAL', 'ROLE:PRIVACY_AUDITOR', 'ROLE:PRIVACY_GENERAL_MANAGER', false, '個人情報の管理と監査は、別の者が行うため。', 'Managing data protection and auditing it are for different people.'),
    ('PRIVACY_AUDIT_UNIT', 'ROLE:PRIVACY_AUDITOR', 'ROLE:PRIVACY_OFFICER', false, '個人情報の監査責任者が、監査される所属の担当者になるため。', 'The head of audit would be the officer of a unit audited.');
grant select on duty_incompatible to akashi_app;

-- The holder is a post (充て職: whoever holds it), a person, or the posts of a class, each for the own unit (所属長をもって充てる).
create table duty_appointment (
    number bigint generated always as identity primary key,
    role text not null references duty_role,
    post uuid,
    person uuid,
    post_class text,
    unit uuid,
    deputy integer not null default 0 check (deputy between 0 and 9),
    valid_from date not null,
    valid_until date check (valid_until > valid_from),
    document text not null check (length(document) between 1 and 200),
    entered_by text not null,
    entered_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    check (num_nonnulls(post, person, post_class) = 1),
    check ((ended_by is null) = (ended_at is null))
);
comment on column duty_appointment.deputy is '0 holds the duty; 1 and on stand in for the holder, in this order';
comment on column duty_appointment.unit is 'whose matter it is; null for the whole force, or for the own unit of each post of a class';
insert into duty_appointment (role, post_class, valid_from, document, entered_by, entered_at)
    values ('SYSTEM_GENERAL_MANAGER', 'SYSTEM_GENERAL_MANAGER', '2011-06-01', '訓令第４条', 'migration', now());
grant select, insert, update (valid_until, ended_by, ended_at) on duty_appointment to akashi_app;

-- Exceptions (例外措置): dated, with what is done instead, decided by somebody else than whoever asked.
create table duty_permit (
    number bigint generated always as identity primary key,
    incompatible text references duty_incompatible,
    person uuid,
    subject text not null check (length(subject) between 3 and 200),
    reason text not null check (length(reason) between 3 and 1000),
    measures text not null check (length(measures) between 3 and 1000),
    valid_from date not null,
    valid_until date not null check (valid_until > valid_from and valid_until <= valid_from + 366),
    state text not null default 'WAITING' check (state in ('WAITING', 'APPROVED', 'REFUSED', 'ENDED')),
    requested_by text not null,
    requested_at timestamptz not null,
    decided_by text check (decided_by <> requested_by),
    decided_at timestamptz,
    decided_why text,
    check ((incompatible is null) = (person is null)),
    check ((state = 'WAITING') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
grant select, insert, update (state, valid_until, decided_by, decided_at, decided_why) on duty_permit to akashi_app;

create table duty_generation (
    only_row boolean not null primary key default true check (only_row),
    number bigint not null
);
insert into duty_generation (number) values (1);
grant select, update on duty_generation to akashi_app;
