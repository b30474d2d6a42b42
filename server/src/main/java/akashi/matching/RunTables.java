package akashi.matching;

import org.springframework.stereotype.Component;

/** The tables of runs and of what a night forgets. */
@Component
record RunTables(RunSql runs, HitSql hits) {}
