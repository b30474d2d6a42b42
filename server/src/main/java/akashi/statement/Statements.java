package akashi.statement;

import akashi.calendar.JapaneseDates;
import akashi.ledger.CanonicalJson;
import akashi.proof.SubjectProofs;
import akashi.usage.Actor;
import akashi.usage.Naming;
import akashi.usage.SubjectUses;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.Patience;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Makes access statements. The uses found are released to the maker first, then what is stated is sealed on the log.
 */
@Service
class Statements {
    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SubjectUses subjects;
    private final SubjectProofs proofs;
    private final UsageLog log;
    private final StatementSettings settings;
    private final ObjectProvider<Naming> naming;
    private final Clock clock;

    Statements(
            SubjectUses subjects,
            SubjectProofs proofs,
            UsageLog log,
            StatementSettings settings,
            ObjectProvider<Naming> naming,
            Clock clock) {
        this.subjects = subjects;
        this.proofs = proofs;
        this.log = log;
        this.settings = settings;
        this.naming = naming;
        this.clock = clock;
    }

    /**
     * The statement as a file; empty if there are more uses than one may have.
     *
     * @param paper number of the request
     */
    Optional<byte[]> make(Asking.Read.Asked asked, String paper, Actor maker, Use.Ruling ruling) {
        var sought = asked.sought();
        var use = Use.of("STATEMENT", maker)
                .decided(ruling)
                .stating("from", sought.from().toString())
                .stating("until", sought.until().toString())
                .stating("paper", paper);
        for (var key : sought.keys()) {
            use = use.with(key);
        }
        var reading = use;
        return Patience.longer(() -> subjects.find(sought, settings.most())).map(withheld -> {
            var released = log.release(reading, withheld);
            var shown = new Shown(settings.fields());
            var result = released.value();
            var whole = result.uses().stream()
                    .map(found -> shown.whole(found.entry()))
                    .toList();
            var content = CanonicalJson.text(content(asked, result, shown));
            return proofs.seal(content, result, whole, released.proved()).format();
        });
    }

    int most() {
        return settings.most();
    }

    List<String> fields() {
        return settings.fields();
    }

    private Map<String, Object> content(Asking.Read.Asked asked, SubjectUses.Result result, Shown shown) {
        var sought = asked.sought();
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var content = new TreeMap<String, Object>();
        content.put(
                "made",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(JapaneseDates.ZONE)));
        content.put("from", sought.from().toString());
        content.put("until", sought.until().toString());
        content.put("records", asked.numbers());
        content.put(
                "keys",
                sought.keys().stream()
                        .map(key -> Map.of("kind", key.kind(), "typed", key.typed()))
                        .distinct()
                        .toList());
        content.put("fields", settings.fields().stream().sorted().toList());
        content.put("searched", result.searched());
        content.put("gone", result.gone());
        // without it, whoever sees the sealing entry could guess whom a statement without uses was about
        content.put("nonce", Base64.getEncoder().encodeToString(nonce));
        var uses = new ArrayList<Object>();
        for (var found : result.uses()) {
            var place = found.use().proved();
            var allowed = shown.of(found.entry());
            uses.add(new TreeMap<String, Object>(Map.of(
                    "log",
                    place.origin(),
                    "index",
                    place.index(),
                    "leaf",
                    found.leafHash().toBase64(),
                    "shown",
                    allowed,
                    "said",
                    said(allowed))));
        }
        content.put("uses", uses);
        return content;
    }

    /** Codes that are shown, in words as the registers stand today. */
    private Map<String, Object> said(Map<String, Object> shown) {
        var words = naming.getIfAvailable();
        var said = new TreeMap<String, Object>();
        if (words == null) {
            return said;
        }
        for (var who : List.of("by", "for")) {
            if (shown.get(who) instanceof Map<?, ?> person && person.get("unit") instanceof String unit) {
                said.put(who + ".unit", words.unit(unit, Locale.JAPANESE));
            }
        }
        if (shown.get("purpose") instanceof String purpose) {
            said.put("purpose", words.purpose(purpose, Locale.JAPANESE));
        }
        return said;
    }
}
