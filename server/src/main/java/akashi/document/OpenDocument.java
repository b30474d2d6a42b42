package akashi.document;

import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;

/**
 * A document at work: where it stands, its newest step, and the definition it is handled by (the one in force; after
 * the operation has ended, the one it was written under).
 */
public record OpenDocument(Head head, Step latest, OperationVersion version, DocumentType type) {}
