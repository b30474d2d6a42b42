package akashi.batch;

import akashi.inquiry.Inquiries;
import akashi.question.AskedKey;
import akashi.question.Inquiry;
import akashi.question.InquiryForm;
import akashi.question.Kind;
import akashi.question.Reading;
import akashi.question.Reading.InputFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a list line by line, each as a single question is read, and says everything that is wrong at once. */
@Component
class WishReader {
    private static final Set<String> HEAD =
            Set.of(InquiryForm.PURPOSE, InquiryForm.CASE, InquiryForm.NOTE, InquiryForm.OPERATION);

    /** There are no lists of such things, or the request is one of other things. */
    static final InputFault KIND_FAULT = new InputFault(InquiryForm.KIND, "batch.fault.kind", List.of());

    private final Inquiries inquiries;
    private final BatchSettings settings;

    WishReader(Inquiries inquiries, BatchSettings settings) {
        this.inquiries = inquiries;
        this.settings = settings;
    }

    /** Most things one list asks for. */
    int most() {
        return settings.most();
    }

    /** One thing wrong in a line. */
    record LineFault(int line, InputFault fault) {}

    /** What became of it: a list that can be asked for, or its faults. */
    sealed interface Read {
        /** Complete; {@code first} is the question of its first line. */
        record Good(Batch.Terms terms, List<Batch.Line> lines, Inquiry first) implements Read {
            public Good {
                lines = List.copyOf(lines);
            }
        }

        /** What is wrong above the list, and in its lines; {@code all} of which there may be more than are named. */
        record Bad(List<InputFault> head, List<LineFault> lines) implements Read {
            public Bad {
                head = List.copyOf(head);
                lines = List.copyOf(lines);
            }
        }
    }

    Read read(InquiryForm typed, String list) {
        return read(typed, ListText.read(list, typed.kind()));
    }

    /** The same of a list whose lines are known. */
    Read read(InquiryForm typed, ListText.Read list) {
        var head = head(typed);
        var headFaults = new ArrayList<InputFault>();
        var lineFaults = new ArrayList<LineFault>();
        var lines = lines(list, lineFaults);
        List<String> blank = lines.isEmpty() ? List.of() : lines.getFirst().cells();
        if (inquiries.read(ListText.form(head, blank)) instanceof Reading.Misread(var faults)) {
            faults.stream().filter(fault -> HEAD.contains(fault.field())).forEach(headFaults::add);
        }
        if (Kind.of(typed.text(InquiryForm.KIND))
                .filter(BatchRights.KINDS::contains)
                .isEmpty()) {
            headFaults.add(KIND_FAULT);
        }
        if (!storable(head.text(InquiryForm.NOTE))) {
            headFaults.add(new InputFault(InquiryForm.NOTE, "batch.fault.note", List.of()));
        }
        if (head.text(InquiryForm.CASE).isEmpty()) {
            headFaults.add(new InputFault(InquiryForm.CASE, "batch.fault.case", List.of()));
        }
        if (head.all(InquiryForm.OPERATION).isEmpty()) {
            headFaults.add(new InputFault(InquiryForm.OPERATION, "batch.fault.operation", List.of()));
        }
        var first = lines.size() > settings.most() ? Optional.<Inquiry>empty() : check(head, lines, lineFaults);
        if (first.isEmpty() || !headFaults.isEmpty() || !lineFaults.isEmpty()) {
            return new Read.Bad(headFaults, lineFaults);
        }
        return new Read.Good(terms(head), lines, first.get());
    }

    /** The question of a stored item; empty where its operations or purposes are defined otherwise by now. */
    Optional<Inquiry> inquiry(Batch batch, int line, List<String> cells) {
        var terms = batch.terms();
        var fields = new TreeMap<String, List<String>>();
        fields.put(InquiryForm.KIND, List.of(terms.kind().word()));
        fields.put(InquiryForm.PURPOSE, List.of(terms.purpose()));
        fields.put(InquiryForm.CASE, List.of(terms.caseReference()));
        fields.put(InquiryForm.NOTE, List.of(terms.note()));
        fields.put(InquiryForm.OPERATION, terms.operations());
        fields.put(InquiryForm.REQUEST, List.of(request(batch, line)));
        return inquiries.read(ListText.form(new InquiryForm(fields), cells)) instanceof Reading.Understood(var inquiry)
                ? Optional.of(inquiry)
                : Optional.empty();
    }

    /** The name under which an item is asked, once. */
    static String request(Batch batch, int line) {
        return "batch-" + batch.number() + "-" + line;
    }

    /** Of what was typed only what stands above the list, so that nothing else slips into a question. */
    private static InquiryForm head(InquiryForm typed) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put(InquiryForm.KIND, List.of(typed.kind().word()));
        HEAD.forEach(field -> fields.put(field, typed.all(field)));
        return new InquiryForm(fields);
    }

    private static Batch.Terms terms(InquiryForm head) {
        return new Batch.Terms(
                head.kind(),
                head.text(InquiryForm.PURPOSE),
                head.text(InquiryForm.CASE),
                head.text(InquiryForm.NOTE),
                head.all(InquiryForm.OPERATION));
    }

    private List<Batch.Line> lines(ListText.Read list, List<LineFault> faults) {
        return switch (list) {
            case ListText.Read.Broken(var line, var key) -> {
                faults.add(fault(line, "list", key));
                yield List.of();
            }
            case ListText.Read.Lines(var lines) -> {
                if (lines.isEmpty()) {
                    faults.add(fault(1, "list", "batch.fault.empty"));
                }
                int most = settings.most();
                if (lines.size() > most) {
                    faults.add(fault(lines.get(most).number(), "list", "batch.fault.most", most, lines.size()));
                }
                yield lines;
            }
        };
    }

    private Optional<Inquiry> check(InquiryForm head, List<Batch.Line> lines, List<LineFault> faults) {
        var seen = new HashMap<String, Integer>();
        Inquiry first = null;
        for (var line : lines) {
            if (line.cells().size() > ListText.fields(head.kind()).size()) {
                faults.add(fault(line.number(), "list", "batch.fault.columns"));
                continue;
            }
            switch (inquiries.read(ListText.form(head, line.cells()))) {
                case Reading.Misread(var wrong) ->
                    wrong.stream()
                            .filter(fault -> !HEAD.contains(fault.field()))
                            .forEach(fault -> faults.add(new LineFault(line.number(), fault)));
                case Reading.Understood(var inquiry) -> {
                    first = first == null ? inquiry : first;
                    var earlier = seen.putIfAbsent(identity(inquiry), line.number());
                    if (earlier != null) {
                        faults.add(fault(line.number(), "list", "batch.fault.double", earlier));
                    }
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /** Whether no sign is one that nothing can store: a null character, or half a character. */
    private static boolean storable(String text) {
        return text.codePoints().noneMatch(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE);
    }

    /** What makes two lines the same question: the plate however it was typed, the person without blanks. */
    private static String identity(Inquiry inquiry) {
        return inquiry.keys().stream()
                .map(AskedKey::display)
                .map(text -> text.replaceAll("[\\s\u3000]", ""))
                .collect(Collectors.joining("\n"));
    }

    private static LineFault fault(int line, String field, String key, Object... args) {
        return new LineFault(line, new InputFault(field, key, List.of(args)));
    }
}
