package akashi.operation;

import akashi.definition.Label;
import akashi.definition.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One target operation (対象業務) as its managing section defined it: the record tree of a file in {@code operations/}. */
public record Definition(
        OperationCode code,
        Label name,
        Label summary,
        Management management,
        Service service,
        Usage usage,
        List<DocumentType> documents) {
    public Definition {
        documents = List.copyOf(documents);
    }

    /**
     * Who is responsible and on which ground.
     *
     * @param section code of the managing section's unit (運用主管課)
     * @param basis law and rules the operation rests on
     * @param sources where fields, states and practice were taken from
     * @param since the day from which the operation is deemed to have been run
     */
    public record Management(Owner owner, String section, List<Label> basis, List<Label> sources, LocalDate since) {
        public Management {
            basis = List.copyOf(basis);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Whose data it is; every answer says so.
     *
     * @param refreshHours how old a local copy may become; null for own data
     * @param note what a reader must know about the standing; null for ordinary operations
     */
    public record Owner(
            Kind kind,
            Standing standing,
            @Nullable Integer refreshHours,
            @Nullable Label note) {
        public enum Kind {
            /** The National Police Agency's system (警察庁情報管理システム). */
            NATIONAL,
            /** The prefecture's own system. */
            PREFECTURE,
            /** A copy, kept here, of what the national system holds. */
            LOCAL_COPY
        }

        /** Whether this definition runs the real operation. */
        public enum Standing {
            REGULAR,
            /** The real operation runs elsewhere; this shows and exercises how it would be done here (参考実装). */
            REFERENCE,
            /** A local stand-in so that the national system's answers can be shown in a demonstration. */
            STAND_IN
        }
    }

    /**
     * When it runs, what is done when it does not, and how fast a hit is confirmed.
     *
     * @param standing how long an inquiry goes on standing after its answer (遅延照合); null where it ends with the answer
     */
    public record Service(
            Hours hours,
            Outage outage,
            HitConfirmation hit,
            @Nullable Period standing) {
        /** Where an inquiry ends with its answer. */
        public Service(Hours hours, Outage outage, HitConfirmation hit) {
            this(hours, outage, hit, null);
        }
    }

    /**
     * Hours of operation (運用時間), Asia/Tokyo.
     *
     * @param from null when it runs all day; then {@code to} is null too
     */
    public record Hours(
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable Label note) {
        public boolean always() {
            return from == null || to == null;
        }

        /** Whether the operation is open at that time of day. */
        public boolean open(LocalTime time) {
            return from == null || to == null || (!time.isBefore(from) && time.isBefore(to));
        }
    }

    /**
     * What is done when the system is down (障害時の措置), decided beforehand and made known (the Directive, Art. 7 (4)).
     *
     * @param paperForm the numbered form used meanwhile
     * @param backEntryHours within how many hours after recovery the forms are entered, with their original time
     */
    public record Outage(List<Label> measures, Label paperForm, int backEntryHours) {
        public Outage {
            measures = List.copyOf(measures);
        }
    }

    /** Within what time the registering unit confirms a hit that is open (照会該当の確認期限). */
    public record HitConfirmation(boolean needed, Duration urgent, Duration ordinary) {}

    /** For what, by whom, and with which cautions it may be used. */
    public record Usage(List<Purpose> purposes, List<Eligibility> eligibility, List<Caution> cautions) {
        public Usage {
            purposes = List.copyOf(purposes);
            eligibility = List.copyOf(eligibility);
            cautions = List.copyOf(cautions);
        }
    }

    public Optional<DocumentType> document(String code) {
        return documents.stream()
                .filter(document -> document.code().equals(code))
                .findFirst();
    }

    public Optional<Purpose> purpose(String code) {
        return usage.purposes().stream()
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }

    public Optional<Caution> caution(String code) {
        return usage.cautions().stream()
                .filter(caution -> caution.code().equals(code))
                .findFirst();
    }

    /** The widest scope in which a post class is eligible for an act; empty where it is not eligible at all. */
    public Optional<Scope> eligible(Act act, akashi.organization.PostClass post) {
        return usage.eligibility().stream()
                .filter(row -> row.act() == act && row.posts().contains(post))
                .map(Eligibility::scope)
                .max(Scope::compareTo);
    }

    /** Every kind of search key the operation can be asked by; empty for a keyless operation. */
    public Set<akashi.identity.KeyKind> keyKinds() {
        var kinds = new java.util.TreeSet<akashi.identity.KeyKind>();
        documents.forEach(document -> document.search().keys().forEach(key -> kinds.addAll(key.kinds())));
        return Set.copyOf(kinds);
    }
}
