-- A record that cannot be compared must not keep the others waiting: it is tried behind them, a few times.
alter table matching_arrival add column tries integer not null default 0;
grant update on matching_arrival to akashi_app;
create index matching_pair_first_unit_ix on matching_pair (first_unit, changed_at);
create index matching_pair_second_unit_ix on matching_pair (second_unit, changed_at);
