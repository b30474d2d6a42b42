package akashi.review;

import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.Comparison;
import akashi.operation.Definition;
import akashi.operation.Difference;
import akashi.operation.DocumentType;
import akashi.operation.Draft;
import akashi.operation.Field;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.organization.PostClass;
import akashi.record.HeldFields;
import akashi.review.Finding.Item;
import akashi.review.Finding.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The review of a design by Article 6, as far as the program can make it: accuracy and timeliness, recovery and access
 * control, consistency among related operations.
 */
final class Review {
    private final Draft draft;
    private final @Nullable OperationVersion before;
    private final List<OperationVersion> others;
    private final HeldFields held;
    private final Map<Act, Scope> limits;
    private final List<Finding> found = new ArrayList<>();

    private Review(
            Draft draft,
            @Nullable OperationVersion before,
            List<OperationVersion> others,
            HeldFields held,
            Map<Act, Scope> limits) {
        this.draft = draft;
        this.before = before;
        this.others = others;
        this.held = held;
        this.limits = Map.copyOf(limits);
    }

    /**
     * Reviews a draft.
     *
     * @param before the version it would follow; null for a new operation
     * @param others every other operation in force
     * @param golden how many golden questions the operation has
     * @param limits how far whoever proposes may give each act to others
     */
    static List<Finding> of(
            Draft draft,
            @Nullable OperationVersion before,
            List<OperationVersion> others,
            HeldFields held,
            int golden,
            Map<Act, Scope> limits) {
        var review = new Review(draft, before, others, held, limits);
        review.accuracy(golden);
        review.held();
        review.safety();
        review.reach();
        review.consistency();
        return List.copyOf(review.found);
    }

    private Definition definition() {
        return draft.definition();
    }

    private void say(Item item, Level level, String key, Object... args) {
        found.add(Finding.of(item, level, key, args));
    }

    private void accuracy(int golden) {
        for (DocumentType document : definition().documents()) {
            long required = document.fields().stream()
                    .filter(field -> field.rule().required()
                            || !field.rule().requiredWhen().isEmpty())
                    .count();
            if (required == 0) {
                say(Item.VALIDATION, Level.BLOCK, "validation-none", document.name());
            } else {
                say(Item.VALIDATION, Level.GOOD, "validation", document.name(), required);
            }
            boolean second = document.paper().secondPerson();
            say(
                    Item.SECOND_PERSON,
                    second ? Level.GOOD : Level.WARN,
                    second ? "second-person" : "second-person-none",
                    document.name());
        }
        var hit = definition().service().hit();
        say(
                Item.DEADLINES,
                hit.needed() ? Level.GOOD : Level.WARN,
                hit.needed() ? "deadlines" : "deadlines-none",
                hit.urgent().toMinutes(),
                hit.ordinary().toMinutes());
        say(Item.GOLDEN, golden > 0 ? Level.GOOD : Level.WARN, golden > 0 ? "golden" : "golden-none", golden);
    }

    /** What records still hold cannot be taken out of the definition. */
    private void held() {
        var old = before;
        if (old == null) {
            return;
        }
        int blocked = found.size();
        for (DocumentType document : old.definition().documents()) {
            var now = definition().document(document.code()).orElse(null);
            if (now == null) {
                blocking("held-document", held.documents(old.code(), document.code()), document.name());
                continue;
            }
            for (Field field : document.fields()) {
                var same = now.field(field.name()).filter(other -> other.type() == field.type());
                if (same.isEmpty()) {
                    blocking(
                            "held-field",
                            held.saying(old.code(), document.code(), field.inputs()),
                            document.name(),
                            field.label());
                }
            }
            for (var state : document.life().states()) {
                if (now.state(state.code()).isEmpty()) {
                    blocking(
                            "held-state",
                            held.standing(old.code(), document.code(), state.code()),
                            document.name(),
                            state.label());
                }
            }
        }
        if (found.size() == blocked) {
            say(Item.HELD, Level.GOOD, "held");
        }
    }

    private void blocking(String key, long records, Object... said) {
        if (records > 0) {
            var args = new ArrayList<Object>(List.of(said));
            args.add(records);
            found.add(new Finding(Item.HELD, Level.BLOCK, key, args));
        }
    }

    private void safety() {
        var outage = definition().service().outage();
        say(Item.OUTAGE, Level.GOOD, "outage", outage.measures().size(), outage.backEntryHours());
        long acts = definition().usage().eligibility().stream()
                .map(row -> row.act())
                .distinct()
                .count();
        var exports = definition().usage().eligibility().stream()
                .filter(row -> row.act() == Act.EXPORT && row.scope() == Scope.NATION)
                .toList();
        say(
                Item.RIGHTS,
                exports.isEmpty() ? Level.GOOD : Level.WARN,
                exports.isEmpty() ? "rights" : "rights-export",
                acts);
        for (DocumentType document : definition().documents()) {
            boolean open = document.paper().retention().period() == null
                    && document.life().endings().stream().noneMatch(ending -> ending.eraseOn());
            if (open) {
                say(Item.RETENTION, Level.BLOCK, "retention-open", document.name());
            }
        }
        if (found.stream().noneMatch(finding -> finding.item() == Item.RETENTION)) {
            say(Item.RETENTION, Level.GOOD, "retention");
        }
    }

    /** Nobody proposes for others what reaches further than they hold or may decide themselves. */
    private void reach() {
        var comparison = Comparison.of(before, draft);
        int blocked = found.size();
        for (Difference difference : comparison.of(Difference.Weight.WIDER_RIGHT)) {
            if (difference.kind() != Difference.Kind.RIGHT_ADDED && difference.kind() != Difference.Kind.RIGHT_WIDER) {
                continue;
            }
            if (difference.said().get(0) instanceof PostClass post
                    && difference.said().get(1) instanceof Act act
                    && difference.said().getLast() instanceof Scope scope
                    && scope.compareTo(limit(act)) > 0) {
                say(Item.REACH, Level.BLOCK, "reach-wider", post, act, scope, limit(act));
            }
        }
        if (found.size() == blocked) {
            say(Item.REACH, Level.GOOD, "reach");
        }
    }

    private Scope limit(Act act) {
        return limits.getOrDefault(act, Scope.OWN_UNIT);
    }

    private void consistency() {
        lists();
        concepts();
        var missing = new TreeSet<String>();
        var known = new TreeSet<String>();
        others.forEach(other -> known.add(other.code().value()));
        known.add(draft.code().value());
        for (DocumentType document : definition().documents()) {
            document.matching().counterparts().stream()
                    .map(link -> link.operation().value())
                    .filter(code -> !known.contains(code))
                    .forEach(missing::add);
        }
        definition().usage().purposes().stream()
                .flatMap(purpose -> purpose.registers().stream())
                .flatMap(register -> register.holder().stream())
                .map(OperationCode::value)
                .filter(code -> !known.contains(code))
                .forEach(missing::add);
        say(
                Item.LINKS,
                missing.isEmpty() ? Level.GOOD : Level.WARN,
                missing.isEmpty() ? "links" : "links-ended",
                String.join(", ", missing));
        duplicates();
    }

    private void lists() {
        int warned = found.size();
        Map<String, Integer> versions = new HashMap<>();
        fields(definition())
                .forEach(field ->
                        field.list().ifPresent(list -> versions.merge(list.name(), list.version(), Math::max)));
        for (OperationVersion other : others) {
            for (Field field : fields(other.definition())) {
                field.list().ifPresent(list -> {
                    Integer own = versions.get(list.name());
                    if (own != null && own != list.version()) {
                        say(
                                Item.CODE_LISTS,
                                Level.WARN,
                                "lists-differ",
                                list.name(),
                                own,
                                list.version(),
                                other.definition().name());
                    }
                });
            }
        }
        if (found.size() == warned) {
            say(Item.CODE_LISTS, Level.GOOD, "lists", versions.size());
        }
    }

    /** A field called alike is of the same type everywhere. */
    private void concepts() {
        int warned = found.size();
        Map<String, Field> own = new HashMap<>();
        fields(definition()).forEach(field -> own.putIfAbsent(field.label().ja(), field));
        Set<String> said = new TreeSet<>();
        for (OperationVersion other : others) {
            for (Field field : fields(other.definition())) {
                Field same = own.get(field.label().ja());
                if (same != null && same.type() != field.type() && said.add(same.name())) {
                    say(
                            Item.CONCEPTS,
                            Level.WARN,
                            "concepts-differ",
                            field.label(),
                            same.type(),
                            field.type(),
                            other.definition().name());
                }
            }
        }
        if (found.size() == warned) {
            say(Item.CONCEPTS, Level.GOOD, "concepts");
        }
    }

    private void duplicates() {
        for (OperationVersion other : others) {
            boolean name =
                    other.definition().name().ja().equals(definition().name().ja())
                            || other.definition()
                                    .name()
                                    .en()
                                    .equalsIgnoreCase(definition().name().en());
            if (name) {
                say(
                        Item.DUPLICATE,
                        Level.BLOCK,
                        "duplicate-name",
                        other.definition().name(),
                        other.code());
                return;
            }
        }
        say(Item.DUPLICATE, Level.GOOD, "duplicate");
    }

    private static List<Field> fields(Definition definition) {
        return definition.documents().stream()
                .flatMap(document -> document.fields().stream())
                .toList();
    }
}
