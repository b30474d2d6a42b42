package akashi.batch;

import akashi.access.Asker;
import akashi.access.ConditionResult;
import akashi.csv.FileText;
import akashi.question.InquiryConsole;
import akashi.question.InquiryForm;
import akashi.question.Kind;
import akashi.question.Reading.InputFault;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The requests of a unit, and asking for a list or changing one. */
@Controller
class BatchPages {
    private static final String TEXT = "list";

    private final Handling handling;
    private final BatchTables tables;
    private final BatchSight sight;
    private final WishReader reader;
    private final InquiryConsole console;

    BatchPages(Handling handling, BatchTables tables, BatchSight sight, WishReader reader, InquiryConsole console) {
        this.handling = handling;
        this.tables = tables;
        this.sight = sight;
        this.reader = reader;
        this.console = console;
    }

    @GetMapping("/batches")
    Reply list(Asker asker, HttpServletRequest request) {
        var listed = handling.list(asker, request);
        var lang = Languages.of(request);
        var rows = listed.rows().stream()
                .map(row -> new ListPage.Row(
                        row.batch(),
                        sight.person(row.batch().owner().staff(), lang),
                        sight.purpose(row.batch(), lang),
                        row.done(),
                        row.open(),
                        row.mine()))
                .toList();
        return new ListPage(rows, listed.mayAsk());
    }

    @GetMapping("/batches/new")
    Reply form(Asker asker, HttpServletRequest request, @RequestParam(defaultValue = "vehicle") String kind) {
        var _ = sight.pass(request, Handling.LIST, null);
        return page(asker, null, InquiryForm.empty(kind(kind)), "", List.of(), List.of(), List.of());
    }

    @PostMapping("/batches")
    Reply ask(
            Asker asker,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var _ = sight.pass(request, Handling.LIST, null);
        return take(asker, request, null, 0, new InquiryForm(fields), file);
    }

    /** The form with the list as it stands, for whoever asked for it. */
    @GetMapping("/batches/{seq:[0-9]{1,18}}/edit")
    Reply edit(Asker asker, HttpServletRequest request, @PathVariable long seq) {
        var batch = handling.changeable(asker, request, seq);
        var open = sight.pass(request, Handling.LIST, null);
        var terms = batch.terms();
        var form = InquiryForm.empty(terms.kind())
                .with(InquiryForm.PURPOSE, terms.purpose())
                .with(InquiryForm.CASE, terms.caseReference())
                .with(InquiryForm.NOTE, terms.note());
        var use = Use.of(Handling.LIST, open.actor()).decided(open.ruling());
        var _ = sight.release(use, batch);
        var text = tables.items().of(seq).stream()
                .map(item -> item.cells().stream().map(BatchPages::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return page(
                asker, batch, new InquiryForm(with(form, terms.operations())), text, List.of(), List.of(), List.of());
    }

    @PostMapping("/batches/{seq:[0-9]{1,18}}/edit")
    Reply change(
            Asker asker,
            HttpServletRequest request,
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var batch = handling.changeable(asker, request, seq);
        return batch.version() == version
                ? take(asker, request, batch, version, new InquiryForm(fields), file)
                : Go.refused("/batches/" + seq, "batch.fault.stale");
    }

    private Reply take(
            Asker asker,
            HttpServletRequest request,
            @Nullable Batch batch,
            int version,
            InquiryForm form,
            @Nullable MultipartFile file) {
        var kind = kind(form.text(InquiryForm.KIND));
        var typed = typed(form);
        @Nullable String text = typed;
        if (file != null && !file.isEmpty()) {
            text = FileText.of(bytes(file)) instanceof FileText.Text(var found, var _) ? found : null;
            if (text != null && !typed.isBlank()) {
                return page(asker, batch, form, typed, List.of(), fault("batch.fault.both"), List.of());
            }
        }
        if (text == null) {
            return page(asker, batch, form, typed, List.of(), fault("batch.fault.encoding"), List.of());
        }
        var list = ListText.read(text, kind);
        return switch (batch == null
                ? handling.ask(asker, request, form, list)
                : handling.change(asker, batch, version, form, list)) {
            case Batches.Requested.Faulty(var head, var lines) ->
                page(asker, batch, form, text, head, lines, List.of());
            case Batches.Requested.Waits(var seq) ->
                Go.to("/batches/" + seq, batch == null ? "batch.asked" : "batch.changed");
            case Batches.Requested.Refused(var unmet) -> page(asker, batch, form, text, List.of(), List.of(), unmet);
            case Batches.Requested.Stale() -> Go.refused("/batches", "batch.fault.stale");
        };
    }

    private FormPage page(
            Asker asker,
            @Nullable Batch batch,
            InquiryForm form,
            String text,
            List<InputFault> head,
            List<WishReader.LineFault> lines,
            List<ConditionResult> unmet) {
        var chosen = form.all(InquiryForm.OPERATION);
        var operations = sight.rights().open(asker, form.kind()).stream()
                .map(version -> new FormPage.Choice(
                        version.code().value(),
                        version.definition().name(),
                        chosen.contains(version.code().value())))
                .toList();
        return new FormPage(
                batch, console.form(asker, form, head, false), operations, text, reader.most(), lines, unmet);
    }

    /** The list as it was pasted, with its line breaks. */
    private static String typed(InquiryForm form) {
        var lists = form.fields().getOrDefault(TEXT, List.of());
        return lists.isEmpty() ? "" : lists.getFirst();
    }

    private static List<WishReader.LineFault> fault(String key) {
        return List.of(new WishReader.LineFault(1, new InputFault(TEXT, key, List.of())));
    }

    private static java.util.Map<String, List<String>> with(InquiryForm form, List<String> operations) {
        var fields = new java.util.TreeMap<>(form.fields());
        fields.put(InquiryForm.OPERATION, operations);
        return fields;
    }

    private static Kind kind(String word) {
        return Kind.of(word).filter(BatchRights.KINDS::contains).orElseThrow(NotFound::new);
    }

    /** A cell as it can be read again. */
    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException("Reading a list that was sent", gone);
        }
    }
}
