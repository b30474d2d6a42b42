package akashi.bench;

/** Inquiries over HTTP against the packaged program, beside the same select and one committed insert over JDBC. */
final class InquiryBench {
    private InquiryBench() {}

    static int run(Arguments arguments) {
        System.out.println(arguments);
        return 1;
    }
}
