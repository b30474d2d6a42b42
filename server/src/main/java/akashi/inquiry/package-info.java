/**
 * The main job (照会): somebody asks whether a person, a vehicle or an article is recorded, the right to ask is decided,
 * the use is sealed, and only then the answer is shown, with what is still to be confirmed.
 *
 * <p>有無照会 asks whether something is recorded, 内容照会 what; the second is a step of its own with its own entry. One
 * question may ask several operations; it is <em>one</em> entry on the ledger, which names every operation with the
 * decision about it: one durable write a question, and one line in the inquiry book (照会簿). A question refused
 * everywhere is an entry too. The Directive obliges whoever asks to have a purpose within the duty, and whoever runs
 * the system to be able to check it (照会記録); practice as in the digest of the field, 3.1–3.8.
 *
 * <p>What was asked stands on the ledger's private part and nowhere else. An answer stays open for some minutes in the
 * memory of the node that gave it, for its asker alone: for the content step, the choice among candidates and a double
 * submit.
 */
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {
            "question",
            "result",
            "confirmation",
            "record",
            "document",
            "access",
            "account",
            "definition",
            "operation",
            "organization",
            "usage",
            "identity",
            "calendar",
            "web"
        })
@NullMarked
package akashi.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
