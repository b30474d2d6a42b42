package akashi.verifier;

import akashi.ledger.MalformedException;
import akashi.ledger.Receipt;
import akashi.ledger.Statement;
import akashi.ledger.Trust;
import akashi.ledger.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a receipt or an access statement and says in plain words what that proves. */
final class ReceiptReport {
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;

    ReceiptReport(Words words, PrintStream out, PrintStream err) {
        this.words = words;
        this.out = out;
        this.err = err;
    }

    Exit run(Path file, @Nullable Path keyFile) {
        byte[] content = read(file, Receipt.MAX_BYTES);
        if (content == null) {
            return Exit.USAGE;
        }
        if (keyFile == null) {
            return check(content, Trust.of(List.of()));
        }
        Trust trust = TrustFile.read(keyFile, words, err);
        return trust == null ? Exit.USAGE : check(content, trust);
    }

    private byte @Nullable [] read(Path file, int most) {
        try {
            if (Files.size(file) > most) {
                err.println(words.say("file.large", file));
                return null;
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            err.println(words.say("file.unreadable", file));
            return null;
        }
    }

    private Exit check(byte[] content, Trust trust) {
        if (Statement.claims(content)) {
            return new StatementReport(words, out).check(content, trust);
        }
        Receipt receipt;
        try {
            receipt = Receipt.parse(content);
        } catch (MalformedException e) {
            out.println(words.say("forged"));
            out.println(words.say("reason", words.say("reason.not-a-receipt")) + " [not-a-receipt]");
            return Exit.FORGED;
        }
        return switch (receipt.verify(trust)) {
            case Verdict.Verified verified -> {
                out.println(words.say("verified"));
                new UseReport(words, out).print(receipt, verified);
                yield Exit.VERIFIED;
            }
            case Verdict.NotVerified(Verdict.Reason reason) -> notVerified(reason);
        };
    }

    private Exit notVerified(Verdict.Reason reason) {
        boolean noKey = reason == Verdict.Reason.NO_KEY;
        out.println(words.say(noKey ? "unverified" : "forged"));
        out.println(words.say("reason", words.say("reason." + reason.code())) + " [" + reason.code() + "]");
        return noKey ? Exit.NO_KEY : Exit.FORGED;
    }
}
