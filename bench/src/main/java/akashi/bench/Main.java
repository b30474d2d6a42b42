package akashi.bench;

import java.util.List;

/** {@code akashi bench NAME}: runs one measurement. */
final class Main {
    private Main() {}

    static void main(String[] args) throws Exception {
        if (args.length == 0 || !args[0].equals("inquiry")) {
            System.err.println(
                    "bench: say what to measure: inquiry [--full] [--records N] [--seconds S] [--sessions N]");
            System.exit(2);
        }
        System.exit(InquiryBench.run(Arguments.of(List.of(args).subList(1, args.length))));
    }
}
