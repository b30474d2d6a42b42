package akashi.verifier;

/** Entry point of the offline check. */
final class Main {
    private Main() {}

    static void main(String[] args) {
        System.exit(2);
    }
}
