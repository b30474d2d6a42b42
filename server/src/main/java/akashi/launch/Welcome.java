package akashi.launch;

import akashi.prefecture.SampleOrganization.SamplePerson;
import akashi.sample.Golden;
import java.util.List;

/** What {@code demo} prints when it is ready: where to go, as whom, and what to try. */
final class Welcome {
    private Welcome() {}

    static void print(int port, List<SamplePerson> people, List<Golden> golden) {
        var text = new StringBuilder("""

                ────────────────────────────────────────────────────────────
                Akashi（証） 見本データで動いています / running with sample data

                    http://127.0.0.1:%d/

                見本の職員（パスワードはすべて %s） / sample accounts, one password for all:

                """.formatted(port, DemoData.PASSWORD));
        for (var person : people) {
            text.append("    %-10s %s　%s / %s%n"
                    .formatted(person.staffNumber(), person.name(), person.role(), person.roleEn()));
        }
        text.append("""

                照会してみる見本 / samples to ask about:

                """);
        for (var sample : golden) {
            text.append("    %s　%s / %s%n".formatted(sample.typed(), sample.label(), sample.labelEn()));
        }
        text.append("""

                やってみること / what to try:
                  1. 交番の警察官でサインインし、車両に「青森330さ1234」と入れて照会する
                     sign in as the box officer and ask about the plate 青森330さ1234
                  2. 受領証を保存し、./akashi verify 受領証 --key var/demo/ledger.pub で検証する
                     keep the receipt and check it: ./akashi verify RECEIPT --key var/demo/ledger.pub
                  3. 同じ署の係長でサインインし、照会簿を見る / as the supervisor, read the inquiry book
                止めるには Ctrl-C。データは var/demo に残ります。/ Ctrl-C stops; the data stays in var/demo.
                ────────────────────────────────────────────────────────────
                """);
        System.out.print(text);
        System.out.flush();
    }
}
