package akashi.registration;

import akashi.calendar.Ids;
import akashi.calendar.JapaneseDates;
import akashi.document.Body;
import akashi.document.CautionNote;
import akashi.document.DocumentCheck;
import akashi.document.Fault;
import akashi.document.FileType;
import akashi.document.OpenDocument;
import akashi.document.Upload;
import akashi.document.Values;
import akashi.operation.Caution;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.record.Next;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks a whole entry: fields, cautions, files, source form, reason. All faults at once. */
@Component
class EntryCheck {
    private static final int LONGEST_SOURCE_FORM = 60;
    private static final int LONGEST_CAUTION_SOURCE = 100;
    private static final int LONGEST_FILE_NAME = 120;

    private final DocumentCheck documents;
    private final Clock clock;

    EntryCheck(DocumentCheck documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** What checking came to. */
    sealed interface Checked {
        /** Nothing is wrong. */
        record Fit(Body body, String sourceForm, List<Next.StoredFile> files) implements Checked {
            public Fit {
                files = List.copyOf(files);
            }
        }

        /** Everything that is wrong. */
        record Faulty(List<Fault> faults) implements Checked {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Checks a correction: files kept from before need not be handed in again. */
    Checked correction(OpenDocument document, Change.Entry entry, List<Fault> more) {
        Set<String> kept = new HashSet<>();
        document.type().fields().stream()
                .filter(field -> field.type().isAttachment())
                .forEach(field -> kept.addAll(document.latest().body().values().all(field.name())));
        return entry(document.version(), document.type(), entry, more, false, kept);
    }

    Checked entry(
            OperationVersion version, DocumentType type, Change.Entry entry, List<Fault> more, boolean registration) {
        return entry(version, type, entry, more, registration, Set.of());
    }

    private Checked entry(
            OperationVersion version,
            DocumentType type,
            Change.Entry entry,
            List<Fault> more,
            boolean registration,
            Set<String> keptFiles) {
        List<Fault> faults = new ArrayList<>(more);
        List<Next.StoredFile> files = files(type, entry.files(), faults);
        Map<String, List<String>> inputs = withFiles(type, entry.inputs(), files, keptFiles, faults);
        sourceForm(type, entry.sourceForm(), registration, faults);
        cautions(version, entry.cautions(), faults);
        Values values = switch (documents.entry(type, inputs)) {
            case DocumentCheck.Checked.Fit(Values fit) -> fit;
            case DocumentCheck.Checked.Faulty(var found) -> {
                faults.addAll(found);
                yield Values.EMPTY;
            }
        };
        return faults.isEmpty()
                ? new Checked.Fit(
                        new Body(values, entry.cautions()), entry.sourceForm().strip(), files)
                : new Checked.Faulty(faults);
    }

    private static void sourceForm(DocumentType type, String text, boolean registration, List<Fault> faults) {
        if (text.isBlank()) {
            if (registration && type.paper().sourceRequired()) {
                faults.add(Fault.of("sourceForm", "record.fault.required"));
            }
            return;
        }
        faults.addAll(DocumentCheck.sentence("sourceForm", text, LONGEST_SOURCE_FORM));
    }

    private void cautions(OperationVersion version, List<CautionNote> cautions, List<Fault> faults) {
        LocalDate today = JapaneseDates.dateOf(clock.instant());
        Set<String> seen = new HashSet<>();
        for (CautionNote note : cautions) {
            String input = "caution." + note.code();
            Optional<Caution> caution = version.definition().caution(note.code());
            if (caution.isEmpty() || !seen.add(note.code())) {
                faults.add(Fault.of(input, "record.fault.choice"));
                continue;
            }
            if (note.source().isBlank() && caution.get().sourceRequired()) {
                faults.add(Fault.of(input + ".source", "record.fault.caution-source"));
            }
            if (note.noted().equals(LocalDate.MAX)) {
                faults.add(Fault.of(input + ".noted", "record.fault.caution-date"));
            } else if (note.noted().isAfter(today)) {
                faults.add(Fault.of(input + ".noted", "record.fault.future"));
            }
            faults.addAll(DocumentCheck.sentence(input + ".source", note.source(), LONGEST_CAUTION_SOURCE));
        }
    }

    private List<Next.StoredFile> files(DocumentType type, List<Upload> uploads, List<Fault> faults) {
        List<Next.StoredFile> files = new ArrayList<>();
        for (Upload upload : uploads) {
            Optional<Field> field =
                    type.field(upload.field()).filter(f -> f.type().isAttachment());
            Optional<FileType> kind = FileType.of(upload.content());
            long longest = field.map(f -> Math.min(f.limits().maxBytes(), FileType.MAX_BYTES))
                    .orElse(0L);
            if (field.isEmpty()) {
                faults.add(Fault.of("", "record.fault.no-such-field", upload.field()));
            } else if (upload.content().length > longest) {
                faults.add(Fault.of(upload.field(), "record.fault.file-too-large", longest / 1024));
            } else if (kind.isEmpty()
                    || !field.get().limits().accept().contains(kind.get().mediaType())) {
                faults.add(Fault.of(upload.field(), "record.fault.file-type"));
            } else if (!kind.get().mayBeCalled(upload.name())) {
                faults.add(Fault.of(upload.field(), "record.fault.file-name"));
            } else if (upload.name().length() > LONGEST_FILE_NAME
                    || !upload.name().codePoints().allMatch(DocumentCheck::writable)) {
                faults.add(Fault.of(upload.field(), "record.fault.file-name-long", LONGEST_FILE_NAME));
            } else {
                files.add(new Next.StoredFile(Ids.next(clock), upload, kind.get()));
            }
        }
        return files;
    }

    /**
     * An attachment field holds the ids of its files: those kept, then those handed in; nobody can name another
     * document's file.
     */
    private static Map<String, List<String>> withFiles(
            DocumentType type,
            Map<String, List<String>> inputs,
            List<Next.StoredFile> files,
            Set<String> kept,
            List<Fault> faults) {
        Map<String, List<String>> all = new HashMap<>(inputs);
        for (Field field : type.fields()) {
            if (!field.type().isAttachment()) {
                continue;
            }
            List<String> ids = new ArrayList<>();
            for (String id : inputs.getOrDefault(field.name(), List.of())) {
                if (kept.contains(id)) {
                    ids.add(id);
                } else if (!id.isBlank()) {
                    faults.add(Fault.of(field.name(), "record.fault.file-again"));
                }
            }
            files.stream()
                    .filter(file -> file.upload().field().equals(field.name()))
                    .map(Next.StoredFile::id)
                    .map(UUID::toString)
                    .forEach(ids::add);
            all.put(field.name(), ids);
        }
        return all;
    }
}
