package akashi.batch;

import org.springframework.stereotype.Component;

/** The tables of this module. */
@Component
record BatchTables(BatchSql batches, ItemSql items) {}
