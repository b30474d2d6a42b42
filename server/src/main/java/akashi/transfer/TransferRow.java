package akashi.transfer;

import java.util.List;

/** A row of a preview in words. */
record TransferRow(
        Preview.Row row,
        String name,
        String before,
        String after,
        List<Group> gained,
        List<Group> lost,
        List<String> kept) {
    /** One operation's acts. */
    record Group(String operation, List<Difference.Reach> reaches) {}

    int gains() {
        return row.difference().gained().size() + row.difference().actsGained().size();
    }

    int losses() {
        return row.difference().lost().size() + row.difference().actsLost().size();
    }
}
