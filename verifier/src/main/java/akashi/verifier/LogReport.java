package akashi.verifier;

import akashi.ledger.MalformedException;
import akashi.ledger.Receipt;
import akashi.ledger.SignedNote;
import akashi.ledger.TlogProof;
import akashi.ledger.Trust;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks an exported log as a whole and says what that came to. */
final class LogReport {
    private static final int SHOWN = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx").withZone(ZoneId.of("Asia/Tokyo"));

    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final InputFiles files;

    LogReport(Words words, PrintStream out, PrintStream err) {
        this.words = words;
        this.out = out;
        this.err = err;
        this.files = new InputFiles(words, err);
    }

    /**
     * Checks the export in a folder.
     *
     * @param kept files with a checkpoint that was kept outside of the log, or with a receipt, which carries one
     */
    Exit run(Path folder, @Nullable Path keyFile, List<Path> kept) {
        Optional<Trust> trust = files.trust(keyFile);
        Optional<List<Claim>> outside = outside(kept);
        if (trust.isEmpty() || outside.isEmpty()) {
            return Exit.USAGE;
        }
        try {
            Export export = new Export(folder);
            byte[] head = export.checkpoint();
            if (!Files.isDirectory(folder) || !export.known() || head == null) {
                err.println(words.say("all.no-export", folder));
                return Exit.USAGE;
            }
            return check(export, head, trust.get(), outside.get());
        } catch (UncheckedIOException e) {
            err.println(words.say("file.unreadable", String.valueOf(e.getMessage())));
            return Exit.USAGE;
        }
    }

    private Optional<List<Claim>> outside(List<Path> kept) {
        List<Claim> outside = new ArrayList<>();
        for (Path file : kept) {
            Optional<byte[]> content = files.read(file, Receipt.MAX_BYTES);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            try {
                outside.add(Claim.parse(file.toString(), true, note(content.get())));
            } catch (MalformedException e) {
                err.println(words.say("all.no-checkpoint", file));
                return Optional.empty();
            }
        }
        return Optional.of(outside);
    }

    private static byte[] note(byte[] content) {
        if (content.length == 0 || content[0] != '{') {
            return content;
        }
        String proof = Receipt.parse(content).proof();
        return TlogProof.parse(proof).checkpoint().getBytes(StandardCharsets.UTF_8);
    }

    private Exit check(Export export, byte[] head, Trust trust, List<Claim> outside) {
        Claim last;
        try {
            last = Claim.parse("checkpoint", false, head);
        } catch (MalformedException e) {
            out.println(words.say("all.forged"));
            out.println(words.say("all.first", 0));
            finding(Finding.at(Fault.CHECKPOINT_MALFORMED, 0, "checkpoint: " + e.getMessage()));
            return Exit.FORGED;
        }
        LogVerdict verdict = new LogCheck(export, trust, last, outside, Bar.of(err, last.size())).run();
        boolean holds = verdict.findings().isEmpty();
        Exit exit = !holds ? Exit.FORGED : trust.keys().isEmpty() ? Exit.NO_KEY : Exit.VERIFIED;
        out.println(words.say(
                switch (exit) {
                    case VERIFIED -> "all.verified";
                    case NO_KEY -> "all.unverified";
                    case FORGED, USAGE -> "all.forged";
                }));
        if (!holds) {
            out.println(words.say("all.first", verdict.findings().getFirst().from()));
            verdict.findings().stream().limit(SHOWN).forEach(this::finding);
            if (verdict.findings().size() > SHOWN) {
                out.println(words.say("all.more", verdict.findings().size() - SHOWN));
            }
        }
        facts(verdict, last.note(), trust);
        return exit;
    }

    private void finding(Finding finding) {
        boolean exact = finding.to() == finding.from() + 1;
        String place = exact
                ? words.say("all.index", finding.from())
                : words.say("all.range", finding.from(), finding.to() - 1);
        String about = finding.about().isEmpty() ? "" : " (" + Words.plain(finding.about()) + ")";
        out.println("  " + place + words.say("colon")
                + words.say("fault." + finding.fault().code()) + about + " ["
                + finding.fault().code() + "]");
    }

    private void facts(LogVerdict verdict, SignedNote head, Trust trust) {
        line("log", Words.plain(verdict.origin()));
        line("entries", words.say("all.entries", verdict.entries(), verdict.size()));
        line("checkpoints", words.say("all.checkpoints", verdict.checkpoints(), verdict.outside()));
        line("private", privateParts(verdict));
        erasures(verdict);
        if (verdict.witnesses().isEmpty()) {
            line("witness", words.say("all.no-witness", head.signatures().size() - 1));
        }
        verdict.witnesses()
                .forEach((name, signed) -> line(
                        "witness",
                        words.say("all.witness", Words.plain(name), signed.count(), TIME.format(signed.last()))));
        if (trust.asksForWitnesses()) {
            line("quorum", words.say("all.quorum", verdict.quorum()));
        }
        if (!trust.keys().isEmpty() && verdict.findings().isEmpty()) {
            out.println();
            out.println(words.say("all.meaning"));
        }
    }

    /** Whether entries account for what is gone; those on logs of other nodes cannot be seen here. */
    private void erasures(LogVerdict verdict) {
        long gone = verdict.privateParts().gone();
        long named = verdict.privateParts().named();
        if (verdict.withPrivateParts() && (gone > 0 || named > 0)) {
            line("erased", words.say("all.erased", named));
            if (gone > named) {
                line("caution", words.say("all.unnamed", gone - named));
            }
        }
    }

    private String privateParts(LogVerdict verdict) {
        if (!verdict.withPrivateParts()) {
            return words.say("all.private.withheld");
        }
        PrivateTally tally = verdict.privateParts();
        String some = words.say("all.private", tally.matching(), tally.gone());
        if (tally.gone() == 0) {
            return some;
        }
        String ranges = tally.shown().stream()
                .map(range -> range.first() == range.last()
                        ? Long.toString(range.first())
                        : range.first() + "–" + range.last())
                .collect(Collectors.joining(words.say("separator")));
        String more = tally.ranges() > tally.shown().size() ? " …" : "";
        return some + words.say("all.gone", tally.ranges(), ranges + more);
    }

    private void line(String label, String value) {
        out.println("  " + words.say("label." + label) + words.say("colon") + value);
    }
}
