package akashi.organization;

import akashi.organization.TreePage.Branch;
import akashi.organization.TreePage.PersonRow;
import akashi.organization.TreePage.UnitRow;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes rows of a roster for the tree page and for lists of units. */
final class TreeView {
    static final int MOST_FOUND = 200;

    private final Roster roster;
    private final Locale language;
    private final Map<UnitId, Integer> counts;

    TreeView(Roster roster, Locale language) {
        this.roster = roster;
        this.language = language;
        counts = roster.headcounts();
    }

    List<Branch> tree() {
        return roster.roots().stream().map(root -> branch(root, 0)).toList();
    }

    private Branch branch(Unit unit, int depth) {
        return new Branch(
                row(unit, depth),
                roster.children(unit.id()).stream()
                        .map(child -> branch(child, depth + 1))
                        .toList());
    }

    /** Every unit, parents first. */
    List<UnitRow> rows() {
        return roster.units().stream()
                .map(unit -> row(unit, roster.lineage(unit.id()).size() - 1))
                .toList();
    }

    UnitRow row(Unit unit, int depth) {
        var parent = unit.parent();
        return new UnitRow(
                unit.code(),
                unit.name(language),
                "organization.kind." + unit.kind(),
                depth,
                counts.getOrDefault(unit.id(), 0),
                parent == null ? "" : roster.unit(parent).map(Unit::code).orElse(""),
                unit.span(),
                unit.source(),
                unit.sample());
    }

    /** Units whose name or code holds the text. */
    List<UnitRow> units(String query) {
        String key = key(query);
        return roster.units().stream()
                .filter(unit -> key(unit.name()).contains(key)
                        || key(unit.nameEn()).contains(key)
                        || key(unit.code()).contains(key))
                .map(unit -> row(unit, roster.lineage(unit.id()).size() - 1))
                .limit(MOST_FOUND)
                .toList();
    }

    /** People whose name, reading or staff number holds the text. */
    List<PersonRow> people(String query) {
        String key = key(query);
        return roster.people().stream()
                .filter(person -> key(person.name()).contains(key)
                        || key(person.kana()).contains(key)
                        || key(person.romaji()).contains(key)
                        || key(person.staffNumber()).equals(key))
                .sorted(Comparator.comparing(Person::kana).thenComparing(Person::staffNumber))
                .limit(MOST_FOUND)
                .map(this::person)
                .toList();
    }

    private PersonRow person(Person person) {
        var held = roster.principalOf(person.id());
        var unit = held.flatMap(appointment -> roster.unit(appointment.unit()));
        return new PersonRow(
                person.staffNumber(),
                person.name(language),
                person.kana(),
                "organization.rank." + person.rank(),
                "organization.duty." + person.duty(),
                !person.duty().mayAct(),
                held.flatMap(appointment -> roster.post(appointment.post()))
                        .map(post -> post.title(language))
                        .orElse(""),
                unit.map(Unit::code).orElse(""),
                unit.map(found -> place(found)).orElse(""),
                person.sample());
    }

    /** The name with the 所属 it belongs to: 八戸警察署 三日町交番. */
    String place(Unit unit) {
        return roster.command(unit.id())
                .filter(command -> !command.id().equals(unit.id()))
                .map(command -> command.name(language) + " " + unit.name(language))
                .orElse(unit.name(language));
    }

    /** Width, case, blanks and kind of kana do not matter. */
    private static String key(String text) {
        var key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .forEach(c -> key.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)));
        return key.toString();
    }
}
