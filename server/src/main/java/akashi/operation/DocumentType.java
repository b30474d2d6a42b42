package akashi.operation;

import akashi.definition.Label;
import akashi.identity.KeyKind;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document (資料) an operation keeps: its paper, its form, how it is found, and its life from entry to ending.
 */
public record DocumentType(
        String code,
        Label name,
        Paper paper,
        Form form,
        Search search,
        Life life,
        List<ImportMapping> imports,
        Matching matching) {
    public DocumentType {
        imports = List.copyOf(imports);
    }

    /**
     * The document as paper and number.
     *
     * @param source what the source form (原票) is called
     * @param sourceRequired whether its number must be given at registration
     * @param secondPerson whether another person must confirm an entry before it counts
     */
    public record Paper(
            Label source, boolean sourceRequired, boolean secondPerson, NumberSeries number, Retention retention) {}

    /**
     * The series of business numbers (受理番号, 手配番号), gapless per unit, operation and fiscal year.
     *
     * @param format the number with the places {@code {unit}}, {@code {fy}} and {@code {seq}}
     * @param digits the width to which the sequence is filled with zeros
     */
    public record NumberSeries(String format, int digits) {
        /** The number as pages show it: unit code, fiscal year (four digits) and sequence put in their places. */
        public String number(String unit, int fiscalYear, long sequence) {
            return format.replace("{unit}", unit)
                    .replace("{fy}", String.valueOf(fiscalYear))
                    .replace("{seq}", String.format(Locale.ROOT, "%0" + digits + "d", sequence));
        }
    }

    /**
     * How long a record is kept (保存期間). Only the value: the engine that erases is another module.
     *
     * @param start what the period is counted from
     * @param fiscalYear whether it is counted from the 1 April after that event (公文書管理法施行令8条)
     * @param period null where no period is fixed and only an erasing ending finishes the keeping
     */
    public record Retention(
            Start start, boolean fiscalYear, @Nullable Period period, Label basis) {
        public enum Start {
            REGISTERED,
            ENDED,
            EXPIRED
        }
    }

    /** The form: its parts in order, and the fields of all of them in order. */
    public record Form(List<Group> groups, List<Field> fields) {
        public Form {
            groups = List.copyOf(groups);
            fields = List.copyOf(fields);
        }
    }

    /** A part of the form under one heading. */
    public record Group(String code, Label label) {}

    /**
     * How the document is found and what is shown when.
     *
     * @param discriminators fields shown when several candidates stand side by side
     * @param existence fields an existence answer (有無照会) shows; all others need a content answer (内容照会)
     * @param threshold least score of 100 with which a person found by name is a candidate
     */
    public record Search(
            List<Key> keys, List<String> discriminators, List<String> existence, Listing listing, int threshold) {
        /** Where a definition says nothing. */
        public static final int THRESHOLD = 35;

        public Search {
            keys = List.copyOf(keys);
            discriminators = List.copyOf(discriminators);
            existence = List.copyOf(existence);
        }
    }

    /**
     * A field that feeds search keys.
     *
     * @param birth the date field with which a name is compared together
     * @param sex the choice field with which a name is compared together
     * @param colour the choice field with which the number of a plate is asked together
     */
    public record Key(
            String field,
            Set<KeyKind> kinds,
            @Nullable String birth,
            @Nullable String sex,
            @Nullable String colour) {
        public Key {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * How a list of such documents may be made without keys; a purpose is always needed.
     *
     * @param columns fields shown
     * @param filters fields that may narrow the list
     * @param required filters without which no list is made
     * @param cap most rows ever shown
     * @param maxDays longest range of a date filter
     */
    public record Listing(List<String> columns, List<String> filters, List<String> required, int cap, int maxDays) {
        public Listing {
            columns = List.copyOf(columns);
            filters = List.copyOf(filters);
            required = List.copyOf(required);
        }
    }

    /**
     * The states of a record and the steps between them.
     *
     * @param initial the state of a new entry; {@code PENDING} exactly when a second person is needed
     * @param expiry null where nothing in the document lapses by itself
     */
    public record Life(
            String initial,
            List<State> states,
            List<Transition> transitions,
            List<Ending> endings,
            @Nullable Expiry expiry) {
        public Life {
            states = List.copyOf(states);
            transitions = List.copyOf(transitions);
            endings = List.copyOf(endings);
        }
    }

    /**
     * A date after which the record is shown as unconfirmed (未確認), such as the end of a warrant's validity (犯罪捜査規範33条).
     *
     * @param field the date field
     * @param label what has lapsed, in the words of the answer
     * @param renewal by how much a renewal usually moves it
     */
    public record Expiry(
            String field, Label label, @Nullable Period renewal) {}

    /** The fields of the form in order. */
    public List<Field> fields() {
        return form.fields();
    }

    public Optional<Field> field(String name) {
        for (Field field : form.fields()) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Whether a field asked at this stage has an input of this name. */
    public boolean asks(String input, Field.Stage stage) {
        int dot = input.indexOf('.');
        return field(dot < 0 ? input : input.substring(0, dot))
                .filter(field -> field.stage() == stage && field.inputs().contains(input))
                .isPresent();
    }

    /** The fields of one part of the form that are asked at a stage. */
    public List<Field> fields(String group, Field.Stage stage) {
        return form.fields().stream()
                .filter(field -> field.group().equals(group) && field.stage() == stage)
                .toList();
    }

    public Optional<State> state(String code) {
        return life.states().stream().filter(state -> state.code().equals(code)).findFirst();
    }

    public Optional<Ending> ending(String code) {
        return life.endings().stream()
                .filter(ending -> ending.code().equals(code))
                .findFirst();
    }

    /** The steps that lead out of a state. */
    public List<Transition> transitionsFrom(String state) {
        return life.transitions().stream()
                .filter(step -> step.from().contains(state))
                .toList();
    }

    /** The reasons for which a record in that state may end. */
    public List<Ending> endingsFrom(String state) {
        return life.endings().stream()
                .filter(ending -> ending.from().contains(state))
                .toList();
    }

    public Optional<Expiry> expiry() {
        return Optional.ofNullable(life.expiry());
    }

    /**
     * The fields that must be filled and are not, given everything entered: unconditional ones, and those whose
     * conditions hold. Looks at fields asked at registration only.
     */
    public List<Field> missing(Map<String, List<String>> values) {
        return form.fields().stream()
                .filter(field -> field.stage() == Field.Stage.ENTRY)
                .filter(field -> field.isRequired(values) && !field.isFilled(values))
                .toList();
    }

    /** The fields that must be filled to end for this reason and are not. */
    public List<Field> missing(Ending ending, Map<String, List<String>> values) {
        return form.fields().stream()
                .filter(field -> ending.requires().contains(field.name()) && !field.isFilled(values))
                .toList();
    }
}
