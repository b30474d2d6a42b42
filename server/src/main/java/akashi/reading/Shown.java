package akashi.reading;

import akashi.calendar.JapaneseDates;
import akashi.document.Attachment;
import akashi.document.CautionNote;
import akashi.document.Names;
import akashi.document.RecordContent;
import akashi.document.Sheet;
import akashi.document.Wording;
import akashi.operation.Caution;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.operation.State;
import akashi.web.Chrome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A document as a page shows it: what it says, under the definition it was written under. */
public record Shown(
        RecordContent content,
        OperationVersion version,
        DocumentType type,
        List<Attachment> files,
        Wording wording,
        Names names) {
    public Shown {
        files = List.copyOf(files);
    }

    /** The version of a sheet. */
    public static Shown of(Sheet sheet, Wording wording, Names names) {
        OperationVersion version = sheet.writtenUnder();
        return new Shown(
                sheet.content(),
                version,
                version.definition()
                        .document(sheet.document().head().documentType())
                        .orElse(sheet.document().type()),
                sheet.files(),
                wording,
                names);
    }

    List<DocumentType.Group> groups() {
        return type.form().groups().stream()
                .filter(group -> !filled(group).isEmpty())
                .toList();
    }

    /** The fields of a group that say something. */
    public List<Field> filled(DocumentType.Group group) {
        return type.fields().stream()
                .filter(field -> field.group().equals(group.code())
                        && field.isFilled(content.values().byInput()))
                .toList();
    }

    /** What a field says, in words. */
    public List<String> texts(Field field, Chrome chrome) {
        return wording.texts(field, content.values(), chrome.lang());
    }

    /** The files of a field. */
    public List<Attachment> filesOf(Field field) {
        List<String> ids = content.values().all(field.name());
        return files.stream().filter(file -> ids.contains(file.id().toString())).toList();
    }

    int fileNumber(Attachment file) {
        return files.indexOf(file) + 1;
    }

    String state(Chrome chrome) {
        return type.state(content.state())
                .map(State::label)
                .map(l -> l.in(chrome.lang()))
                .orElse(content.state());
    }

    /** Name of the registering unit. */
    public String unit(Chrome chrome) {
        return names.unit(content.unit(), chrome.language());
    }

    /** What the definition says about a caution. */
    public Optional<Caution> caution(CautionNote note) {
        return version.definition().caution(note.code());
    }

    boolean stale(CautionNote note, Instant now) {
        return caution(note)
                .filter(caution -> caution.isStale(note.noted(), JapaneseDates.dateOf(now)))
                .isPresent();
    }

    String ending(Chrome chrome) {
        return Optional.ofNullable(content.ending())
                .flatMap(type::ending)
                .map(ending -> ending.label().in(chrome.lang()))
                .orElse("");
    }
}
