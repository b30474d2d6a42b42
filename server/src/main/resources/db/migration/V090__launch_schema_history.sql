-- serve compares the migrations that are in the database with those it ships, as the restricted role.
grant select on flyway_schema_history to akashi_app;
