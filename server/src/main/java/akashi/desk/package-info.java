/**
 * The inquiry-centre desk (照会センターの受付台): one operator, several callers on radio and telephone at once. Purpose and
 * number stay with the caller; a caller on the telephone is called back at the registered extension before anything is
 * asked; an answer comes with the text to be read back (復唱文). Who asks at the desk is the operator, for whom is the
 * requester; both stand in each entry (代行照会). Callers are kept in the database, so that neither a restart nor another
 * terminal loses one.
 */
@ApplicationModule(
        displayName = "Inquiry desk",
        allowedDependencies = {
            "inquiry",
            "question",
            "document",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "calendar",
            "web"
        })
@NullMarked
package akashi.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
