package akashi.launch;

/** What {@code demo} prints when it is ready: where to go, as whom, and what to try. */
final class Welcome {
    private Welcome() {}

    static void print(int port) {
        System.out.println("http://127.0.0.1:" + port + "/");
    }
}
