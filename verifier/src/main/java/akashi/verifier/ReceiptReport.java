package akashi.verifier;

import akashi.ledger.MalformedException;
import akashi.ledger.Receipt;
import akashi.ledger.Statement;
import akashi.ledger.Trust;
import akashi.ledger.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
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
        InputFiles files = new InputFiles(words, err);
        Optional<byte[]> content = files.read(file, Receipt.MAX_BYTES);
        Optional<Trust> trust = content.isEmpty() ? Optional.empty() : files.trust(keyFile);
        return trust.isEmpty() ? Exit.USAGE : check(content.orElseThrow(), trust.get());
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
