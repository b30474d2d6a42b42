package akashi.reading;

import akashi.access.Asker;
import akashi.definition.FieldType;
import akashi.document.Fault;
import akashi.document.Names;
import akashi.document.Wording;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.operation.State;
import akashi.record.Documents;
import akashi.web.Chrome;
import akashi.web.NotFound;
import akashi.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists for those who may see them (一覧). */
@Controller
class ListPages {
    private final Operations operations;
    private final Listings listings;
    private final Wording wording;
    private final Names names;

    ListPages(Operations operations, Listings listings, Wording wording, Names names) {
        this.operations = operations;
        this.listings = listings;
        this.wording = wording;
        this.names = names;
    }

    /** The list with the form it was asked by; {@code rows} is null before anything was asked. */
    record ListPage(
            Listings.Asked asked,
            Listings.Listed.@Nullable Rows listed,
            List<Fault> faults,
            Wording wording,
            Names names)
            implements Page {
        ListPage {
            faults = List.copyOf(faults);
        }

        @Override
        public String template() {
            return "reading/list";
        }

        @Override
        public String title() {
            return "reading.list.title";
        }

        @Override
        public int status() {
            return faults.isEmpty() ? 200 : 422;
        }

        List<Field> columns() {
            return asked.type().search().listing().columns().stream()
                    .map(asked.type()::field)
                    .flatMap(Optional::stream)
                    .toList();
        }

        String cell(Documents.Row row, Field field, Chrome chrome) {
            return wording.line(field, row.body().values(), chrome.lang());
        }

        String state(Documents.Row row, Chrome chrome) {
            return asked.type()
                    .state(row.head().state())
                    .map(State::label)
                    .map(label -> label.in(chrome.lang()))
                    .orElse(row.head().state());
        }

        String path(Documents.Row row) {
            return RecordPaths.of(row.head().operation(), row.head().number()) + "?" + RecordPaths.query(asked.why());
        }

        List<Fault> faultsOf(String input) {
            return faults.stream().filter(fault -> fault.input().equals(input)).toList();
        }

        boolean required(Field field) {
            return asked.type().search().listing().required().contains(field.name());
        }

        boolean choice(Field field) {
            return field.type() == FieldType.CHOICE || field.type() == FieldType.ARTICLE;
        }

        /** The inputs worth filtering by: a place's code, or a person's spelling, is not one. */
        List<String> inputs(Field field) {
            if (field.type() == FieldType.ARTICLE) {
                return List.of(field.name() + ".kind");
            }
            return field.type() == FieldType.PLACE
                    ? List.of(field.name() + ".municipality", field.name() + ".town")
                    : field.inputs();
        }
    }

    @GetMapping("/records/list")
    Page list(
            @RequestParam String operation,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam Map<String, String> all,
            Asker asker) {
        OperationVersion version =
                operations.byCode(RecordPaths.code(operation)).orElseThrow(NotFound::new);
        DocumentType type = document == null
                ? version.definition().documents().getFirst()
                : version.definition().document(document).orElseThrow(NotFound::new);
        Map<String, String> filters = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith("f.")) {
                filters.put(name.substring(2), value);
            }
        });
        Why why = Why.of(all.get("purpose"), all.get("case"), all.get("note"));
        Listings.Asked question = new Listings.Asked(version, type, filters, from, to, ended, why);
        if (!asked) {
            String today = listings.today().toString();
            String monthAgo = listings.today().minusMonths(1).toString();
            return new ListPage(
                    new Listings.Asked(version, type, filters, monthAgo, today, ended, why),
                    null,
                    List.of(),
                    wording,
                    names);
        }
        return switch (listings.list(question, asker)) {
            case Listings.Listed.Barred(var decision) -> new RefusedPage(decision);
            case Listings.Listed.Faulty(var faults) -> new ListPage(question, null, faults, wording, names);
            case Listings.Listed.Rows rows -> new ListPage(question, rows, List.of(), wording, names);
        };
    }
}
