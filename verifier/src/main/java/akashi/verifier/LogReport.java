package akashi.verifier;

import akashi.ledger.MalformedException;
import akashi.ledger.Receipt;
import akashi.ledger.SignedNote;
import akashi.ledger.TlogProof;
import akashi.ledger.Trust;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks an exported log, or several of one site, as a whole and says what that came to. */
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
     * Checks the export in a folder, or the exports in the folders below it: then what an entry on one log says about
     * another counts, too.
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
            List<Path> folders = exports(folder);
            if (folders.isEmpty()) {
                err.println(words.say("all.no-export", folder));
                return Exit.USAGE;
            }
            List<Looked> looked = look(folders, trust.get(), outside.get());
            return looked.isEmpty() ? Exit.USAGE : report(looked, trust.get());
        } catch (UncheckedIOException e) {
            err.println(words.say("file.unreadable", String.valueOf(e.getMessage())));
            return Exit.USAGE;
        }
    }

    /** The folder itself, or the folders in it if each is an export; none if it is neither. */
    private static List<Path> exports(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        if (whole(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> folders = inside.filter(Files::isDirectory).sorted().toList();
            return folders.stream().allMatch(LogReport::whole) ? folders : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean whole(Path folder) {
        Export export = new Export(folder);
        return export.known() && export.checkpoint() != null;
    }

    /** What became of one export. */
    private sealed interface Looked {
        /** Its last checkpoint cannot be read. */
        record Malformed(String fault) implements Looked {}

        /** It was checked. */
        record Checked(Claim head, LogVerdict verdict) implements Looked {}
    }

    /** Checks one export after the other; none, if two are of the same log. */
    private List<Looked> look(List<Path> folders, Trust trust, List<Claim> outside) {
        Map<Path, Claim> heads = new LinkedHashMap<>();
        List<Looked> looked = new ArrayList<>();
        Set<String> origins = new HashSet<>();
        for (Path folder : folders) {
            try {
                byte[] checkpoint = new Export(folder).checkpoint();
                Claim head = Claim.parse("checkpoint", false, checkpoint == null ? new byte[0] : checkpoint);
                heads.put(folder, head);
                if (!origins.add(head.checkpoint().origin())) {
                    err.println(
                            words.say("all.twice", Words.plain(head.checkpoint().origin())));
                    return List.of();
                }
            } catch (MalformedException e) {
                looked.add(new Looked.Malformed(String.valueOf(e.getMessage())));
            }
        }
        boolean first = true;
        for (Map.Entry<Path, Claim> one : heads.entrySet()) {
            Claim head = one.getValue();
            boolean rest = first;
            // a checkpoint of none of these logs is held against the first, which then says so
            List<Claim> own = outside.stream()
                    .filter(claim -> {
                        String origin = claim.checkpoint().origin();
                        return origin.equals(head.checkpoint().origin()) || (rest && !origins.contains(origin));
                    })
                    .toList();
            looked.add(new Looked.Checked(
                    head, new LogCheck(new Export(one.getKey()), trust, head, own, Bar.of(err, head.size())).run()));
            first = false;
        }
        return looked;
    }

    private Exit report(List<Looked> looked, Trust trust) {
        Exit worst = Exit.VERIFIED;
        for (Looked one : looked) {
            Exit exit = switch (one) {
                case Looked.Malformed(String fault) -> malformed(fault);
                case Looked.Checked(Claim head, LogVerdict verdict) -> say(head, verdict, looked, trust);
            };
            if (looked.size() > 1) {
                out.println();
            }
            worst = exit == Exit.FORGED || worst == Exit.VERIFIED ? exit : worst;
        }
        if (looked.size() > 1) {
            missing(looked, trust);
            out.println(words.say(
                    "all.several." + worst.name().toLowerCase(Locale.ROOT).replace('_', '-'), looked.size()));
        }
        return worst;
    }

    /** Logs whose keys are given and that are not there: whoever hides one hides what it says about the others. */
    private void missing(List<Looked> looked, Trust trust) {
        trust.logsInForce().keySet().stream()
                .filter(origin -> looked.stream()
                        .noneMatch(one -> one instanceof Looked.Checked(Claim head, LogVerdict _)
                                && head.checkpoint().origin().equals(origin)))
                .sorted()
                .forEach(origin -> line("caution", words.say("all.not-there", Words.plain(origin))));
    }

    private Exit malformed(String fault) {
        out.println(words.say("all.forged"));
        out.println(words.say("all.first", 0));
        finding(Finding.at(Fault.CHECKPOINT_MALFORMED, 0, "checkpoint: " + fault));
        return Exit.FORGED;
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

    private Exit say(Claim last, LogVerdict verdict, List<Looked> all, Trust trust) {
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
        facts(verdict, last.note(), trust, all);
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

    private void facts(LogVerdict verdict, SignedNote head, Trust trust, List<Looked> all) {
        line("log", Words.plain(verdict.origin()));
        line("entries", words.say("all.entries", verdict.entries(), verdict.size()));
        line("checkpoints", words.say("all.checkpoints", verdict.checkpoints(), verdict.outside()));
        line("private", privateParts(verdict));
        erasures(verdict, all);
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

    /** Whether entries account for what is gone, on this log or on others that are checked with it. */
    private void erasures(LogVerdict verdict, List<Looked> all) {
        long gone = verdict.privateParts().gone();
        long named = verdict.privateParts().named();
        long others = all.stream()
                .mapToLong(one -> one instanceof Looked.Checked(Claim _, LogVerdict other)
                        ? other.elsewhere().getOrDefault(verdict.origin(), 0L)
                        : 0)
                .sum();
        if (verdict.withPrivateParts() && (gone > 0 || named + others > 0)) {
            line("erased", words.say("all.erased", named));
            if (others > 0) {
                line("erased", words.say("all.erased.others", others));
            }
            if (gone > named + others) {
                String kind = all.size() > 1 ? "all.unnamed.several" : "all.unnamed";
                line("caution", words.say(kind, gone - named - others));
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
