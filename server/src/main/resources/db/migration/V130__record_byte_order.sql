-- Keys are compared byte by byte. The order of a language belongs to the operating system and changes with it: an index made
-- under the old order then misses rows that are there, which here would be a false "no record". Byte order never changes, and is
-- faster to compare.
alter table record_key
    alter column value type text collate "C",
    alter column kind type text collate "C",
    alter column operation type text collate "C";

alter table record
    alter column operation type text collate "C",
    alter column number type text collate "C";

alter table usage_leaf
    alter column operator type text collate "C",
    alter column unit type text collate "C";
