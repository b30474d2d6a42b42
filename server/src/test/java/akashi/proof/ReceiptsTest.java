package akashi.proof;

import static akashi.usage.TestUses.inquiry;
import static akashi.usage.TestUses.officer;
import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.TestDatabase;
import akashi.ledger.Hash;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import akashi.tlog.TreeCheck;
import akashi.usage.Disclosure;
import akashi.usage.Proved;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@ExtendWith(TreeCheck.class)
class ReceiptsTest {
    private final UsageLog log;
    private final Receipts receipts;

    ReceiptsTest(UsageLog log, Receipts receipts) {
        this.log = log;
        this.receipts = receipts;
    }

    @Test
    void receiptVerifiesWithThePublishedKeyAlone() {
        var actor = officer("100002");
        var record = new RecordRef("0190-7", 3);
        var released = log.release(
                inquiry(actor).onBehalfOf(officer("100003")),
                Withheld.of("x", Disclosure.of(List.of(record), "x".getBytes(StandardCharsets.UTF_8))));

        String text = log.release(
                        Use.of("RECEIPT", actor),
                        receipts.receipt(released.proved().number(), actor).orElseThrow())
                .value();

        var receipt = Receipt.parse(text.getBytes(StandardCharsets.UTF_8));
        assertThat(receipt.verify(NoteVerifier.parse(log.verifierKey())))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verdict -> assertThat(verdict.index())
                                .isEqualTo(released.proved().index()));
        assertThat(receipt.entry())
                .contains("0190-7@3", "existence-own-prefecture")
                .doesNotContain("青森", "不審");
        assertThat(receipt.privatePart()).isNotNull();
    }

    @Test
    void nobodyElseGetsTheReceipt() {
        var released = log.release(inquiry(officer("100004")), Withheld.of("x", Disclosure.nothing()));

        assertThat(receipts.receipt(released.proved().number(), officer("100005")))
                .isEmpty();
        assertThat(receipts.receipt("1-999999999", officer("100004"))).isEmpty();
        assertThat(receipts.receipt("'; drop", officer("100004"))).isEmpty();
    }

    @Test
    void listTooLongForAnEntryIsRepresentedByNumberAndHash() {
        var records = IntStream.range(0, 5000)
                .mapToObj(n -> new RecordRef(new UUID(7, n).toString(), 1))
                .toList();
        var actor = officer("100011");
        var released = log.release(inquiry(actor), Withheld.of("x", new Disclosure(5000, records, null)));

        var past = log.release(
                        Use.of("ENTRY", actor),
                        receipts.own(released.proved().number(), actor).orElseThrow())
                .value();

        assertThat(past.seen().records()).isEqualTo(records);
        var receipt = log.release(
                        Use.of("RECEIPT", actor),
                        receipts.receipt(released.proved().number(), actor).orElseThrow())
                .value();
        assertThat(Receipt.parse(receipt.getBytes(StandardCharsets.UTF_8)).entry())
                .contains(
                        "\"recordCount\":5000",
                        "\"recordHash\":\""
                                + Hash.sha256((records.stream()
                                                                .map(RecordRef::toString)
                                                                .collect(Collectors.joining("\n"))
                                                        + "\n")
                                                .getBytes(StandardCharsets.UTF_8))
                                        .toBase64());
    }

    @Test
    void erasedPrivatePartLeavesTheProofWhole() {
        var actor = officer("300003");
        Proved proved = log.seal(inquiry(actor).noting("消える"));
        var owner = new PGSimpleDataSource();
        owner.setUrl(TestDatabase.url("akashi_owner"));
        int erased = JdbcClient.create(owner)
                .sql("""
                        delete from usage_private p using usage_leaf l
                         where l.log = :log and l.idx = :index
                           and p.month = l.private_month and p.id = l.private_id
                        """)
                .param("log", proved.log())
                .param("index", proved.index())
                .update();
        assertThat(erased).isEqualTo(1);

        String file = log.release(
                        Use.of("RECEIPT", actor),
                        receipts.receipt(proved.number(), actor).orElseThrow())
                .value();
        assertThat(file).doesNotContain("消える");
        assertThat(Receipt.parse(file.getBytes(StandardCharsets.UTF_8)).verify(NoteVerifier.parse(log.verifierKey())))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verdict -> assertThat(verdict.privatePart()).isEqualTo(Verdict.PrivatePart.ABSENT));
    }
}
