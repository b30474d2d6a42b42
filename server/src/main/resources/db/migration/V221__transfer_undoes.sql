-- A transfer order that was wrong is put right by the opposite order, prepared by the program, looked at and applied like any
-- other (ADR 0015); one that waits or was applied is the only one for the same order and the same people.
alter table transfer_order add column undoes bigint references transfer_order;
create index transfer_order_undoes on transfer_order (undoes) where undoes is not null;
