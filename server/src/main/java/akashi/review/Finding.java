package akashi.review;

import akashi.operation.Difference;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;

/**
 * What the review by Article 6 found at one point.
 *
 * @param item what was looked at; {@code review.item.ITEM} names it
 * @param key what was found; its texts are {@code review.finding.KEY} and, where something is to be mended,
 *     {@code review.finding.KEY.way}
 */
public record Finding(Item item, Level level, String key, List<Object> args) {
    public Finding {
        args = List.copyOf(args);
    }

    static Finding of(Item item, Level level, String key, Object... args) {
        return new Finding(item, level, key, List.of(args));
    }

    public String text(Messages messages, Locale language) {
        return said("", messages, language);
    }

    /** How it is mended, or what is to be asked; empty where it is in order. */
    public String way(Messages messages, Locale language) {
        return level == Level.GOOD ? "" : said(".way", messages, language);
    }

    private String said(String part, Messages messages, Locale language) {
        return messages.text(
                language,
                "review.finding." + key + part,
                args.stream()
                        .map(arg -> Difference.word(arg, messages, language))
                        .toArray());
    }

    /** What a finding means for the proposal. */
    public enum Level {
        /** In order. */
        GOOD,
        /** May be so; who reviews must know it. */
        WARN,
        /** Must be mended first. */
        BLOCK
    }

    /** The three numbers of Article 6, and what the procedure itself asks. */
    public enum Group {
        /** 情報処理の正確性及び適時性. */
        ACCURACY,
        /** 障害時の復旧対策、アクセス統制等による安全性. */
        SAFETY,
        /** 関連業務間におけるデータ、機能等の整合性. */
        CONSISTENCY
    }

    /** What is looked at by the program. */
    public enum Item {
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

        public Group group() {
            return group;
        }
    }

    /** What only a person can answer; {@code review.manual.NAME} asks it. */
    public enum Manual {
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

        public Group group() {
            return group;
        }
    }
}
