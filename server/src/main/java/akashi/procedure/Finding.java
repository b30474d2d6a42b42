package akashi.procedure;

import java.util.List;

/**
 * What the review by Article 6 found at one point.
 *
 * @param item what was looked at; {@code procedure.review.ITEM} names it
 * @param key what was found; its texts are {@code procedure.finding.KEY} and, where something is to be mended,
 *     {@code procedure.finding.KEY.way}
 */
record Finding(Item item, Level level, String key, List<Object> args) {
    Finding {
        args = List.copyOf(args);
    }

    static Finding of(Item item, Level level, String key, Object... args) {
        return new Finding(item, level, key, List.of(args));
    }

    /** What a finding means for the proposal. */
    enum Level {
        /** In order. */
        GOOD,
        /** May be so; who reviews must know it. */
        WARN,
        /** Must be mended first. */
        BLOCK
    }

    /** The three numbers of Article 6, and what the procedure itself asks. */
    enum Group {
        /** 情報処理の正確性及び適時性. */
        ACCURACY,
        /** 障害時の復旧対策、アクセス統制等による安全性. */
        SAFETY,
        /** 関連業務間におけるデータ、機能等の整合性. */
        CONSISTENCY
    }

    /** What is looked at by the program. */
    enum Item {
        VALIDATION(Group.ACCURACY),
        SECOND_PERSON(Group.ACCURACY),
        DEADLINES(Group.ACCURACY),
        GOLDEN(Group.ACCURACY),
        HELD(Group.ACCURACY),
        OUTAGE(Group.SAFETY),
        RIGHTS(Group.SAFETY),
        REACH(Group.SAFETY),
        RETENTION(Group.SAFETY),
        CODE_LISTS(Group.CONSISTENCY),
        CONCEPTS(Group.CONSISTENCY),
        LINKS(Group.CONSISTENCY),
        DUPLICATE(Group.CONSISTENCY);

        private final Group group;

        Item(Group group) {
            this.group = group;
        }

        Group group() {
            return group;
        }
    }

    /** What only a person can answer; {@code procedure.manual.NAME} asks it. */
    enum Manual {
        /** Load and number of records estimated, so that answers stay in time. */
        LOAD(Group.ACCURACY),
        /** Time and point of recovery (RTO, RPO) fixed and drilled. */
        RECOVERY(Group.SAFETY),
        /** Who is responsible at the units is named and told. */
        KNOWN(Group.SAFETY),
        /** The draft of the register of personal-data files is there. */
        PERSONAL_FILES(Group.SAFETY),
        /** Sections whose operations are touched have agreed. */
        OTHERS(Group.CONSISTENCY);

        private final Group group;

        Manual(Group group) {
            this.group = group;
        }

        Group group() {
            return group;
        }
    }
}
