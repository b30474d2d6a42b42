package akashi.bench;

import java.util.List;

/** {@code akashi bench NAME}: runs one measurement. */
final class Main {
    private Main() {}

    static void main(String[] args) throws Exception {
        List<String> options = args.length == 0 ? List.of() : List.of(args).subList(1, args.length);
        System.exit(
                switch (args.length == 0 ? "" : args[0]) {
                    case "inquiry" -> InquiryBench.run(Arguments.of(options));
                    case "search" -> SearchBench.run(SearchArguments.of(options));
                    case "ledger" -> LedgerBench.run(options);
                    case "matching" -> MatchingBench.run(options);
                    default -> {
                        System.err.println("bench: say what to measure: inquiry [--full] [--records N] [--seconds S]"
                                + " [--sessions N], search [--persons N] [--vehicles N] [--data DIR],"
                                + " ledger [--entries N] [--writers N] [--durable N] [--only PARTS],"
                                + " or matching [--data DIR]");
                        yield 2;
                    }
                });
    }
}
