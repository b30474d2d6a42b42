/**
 * Bringing documents in from files (取込み): CSV in the form other bodies send or publish it.
 *
 * <p>The operation's definition says which column fills which field. A file is taken over whole or not at all, with a
 * report line by line in which every repair stands; a parser never guesses. Input material carrying personal
 * information (個人情報入力資料) leaves a trace with its hash, so that the same file is not taken over twice.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "record",
            "document",
            "access",
            "definition",
            "operation",
            "organization",
            "usage",
            "identity",
            "calendar",
            "csv",
            "web"
        })
@NullMarked
package akashi.intake;

import org.jspecify.annotations.NullMarked;
