package akashi.document;

import akashi.identity.Grade;
import akashi.identity.KeyKind;

/**
 * A key by which a document was found.
 *
 * @param grade how close the document's own writing is to the key
 */
public record KeyMatch(KeyKind kind, String value, Grade grade) {}
