package akashi.matching;

import org.springframework.stereotype.Component;

/** The tables of pairs and of what they are found by, which are written together. */
@Component
record MatchTables(PartSql parts, PairSql pairs) {}
