package akashi.record;

import akashi.document.Attachment;
import akashi.document.Head;
import akashi.document.RecordId;
import akashi.document.Step;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the tables hold of a document, for tests of whoever changes documents. */
public final class Held {
    private final RecordSql records;
    private final AttachmentSql files;

    Held(RecordSql records, AttachmentSql files) {
        this.records = records;
        this.files = files;
    }

    public Optional<Head> head(RecordId id) {
        return records.head(id);
    }

    public Optional<Step> step(RecordId id, int version) {
        return records.step(id, version);
    }

    public List<Step> steps(RecordId id) {
        return records.steps(id);
    }

    public List<Attachment> files(RecordId id) {
        return files.of(id);
    }

    public Optional<Attachment.Stored> file(RecordId id, UUID file) {
        return files.content(id, file);
    }
}
