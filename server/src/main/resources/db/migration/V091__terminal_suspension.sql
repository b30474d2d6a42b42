-- A terminal can be suspended at once (利用停止), for instance when it is lost, and taken up again; retiring it (廃止) is
-- valid_until. Why stands on the usage log.
alter table terminal add column suspended_at timestamptz;
comment on column terminal.suspended_at is 'since when it may not be used for the time being';
