-- The register of terminals (端末装置). What is not in it cannot be used to sign in.
create table terminal (
    id          uuid not null primary key,
    number      text not null unique check (length(number) between 1 and 16),
    class       text not null check (class in ('HQ', 'STATION', 'BOX', 'IN_CAR', 'HAND_HELD')),
    unit        uuid not null,
    place       text not null check (length(place) <= 200),
    address     text unique check (length(address) between 1 and 200),
    valid_from  date not null,
    valid_until date,
    check (valid_until is null or valid_until >= valid_from)
);
comment on column terminal.address is 'network address, or the name the site''s proxy gives it; null for sample terminals';
comment on column terminal.valid_until is 'first day on which it may no longer be used';

create table terminal_generation (
    only_row boolean not null primary key default true check (only_row),
    number   bigint  not null
);
insert into terminal_generation (number) values (1);

grant select, insert, update on terminal to akashi_app;
grant select, update on terminal_generation to akashi_app;
