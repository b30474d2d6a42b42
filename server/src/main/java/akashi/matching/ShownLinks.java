package akashi.matching;

import akashi.access.Asker;
import akashi.document.RecordId;
import akashi.operation.Act;
import akashi.reading.LinkedRecords;
import akashi.record.Comparables;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows on a record's page which others are linked with it, to whoever may know of both; one step, never further. */
@Component
class ShownLinks implements LinkedRecords {
    private static final String SHOWN = "LINKED";

    private final PairSql pairs;
    private final Mine mine;
    private final Comparables comparables;
    private final UsageLog usage;

    ShownLinks(PairSql pairs, Mine mine, Comparables comparables, UsageLog usage) {
        this.pairs = pairs;
        this.mine = mine;
        this.comparables = comparables;
        this.usage = usage;
    }

    @Override
    public List<Linked> of(RecordId record, Asker asker) {
        var others = pairs.links(record).stream()
                .flatMap(pair -> pair.sides().stream())
                .filter(side -> !side.record().equals(record))
                .filter(side -> mine.may(asker, Act.EXISTENCE, side.operation(), side.unit()))
                .map(Pair.Side::record)
                .toList();
        return others.isEmpty()
                ? List.of()
                : usage
                        .release(
                                Use.of(SHOWN, asker.actor())
                                        .stating("of", record.value().toString()),
                                comparables.shown(others, asker))
                        .value()
                        .stream()
                        .map(content -> new Linked(content.operation(), content.number()))
                        .toList();
    }
}
