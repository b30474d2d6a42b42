package akashi.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.ModuleTest;
import akashi.TestDatabase;
import akashi.calendar.JapaneseDates;
import akashi.tlog.TreeCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@ExtendWith(TreeCheck.class)
class UsesTest {
    private final UsageLog log;
    private final Uses uses;
    private final Clock clock;

    UsesTest(UsageLog log, Uses uses, Clock clock) {
        this.log = log;
        this.uses = uses;
        this.clock = clock;
    }

    private static Actor officer(String number, String unit) {
        return new Actor(number, number, "patrol-sergeant", unit, "PC-014", "page");
    }

    private Proved ask(Actor actor, String act, String text) {
        return log.seal(new Use(
                act,
                actor,
                new Use.Grounds("stop-and-question", "110-1", officer("9", "other")),
                new Use.Authority(
                        List.of(new Use.Consulted("bicycle", "v", new Use.Ruling("r", "1", true))),
                        new Use.Ruling("whole", "2", false)),
                new Disclosure(2, List.of(new RecordRef("a", 1), new RecordRef("b", 22)), null),
                java.util.Map.of("call-sign", "青森12"),
                new Use.Particulars(
                        List.of(
                                new Use.Key("PLATE", "typed", "normalised", List.of("x-1")),
                                new Use.Key("PHONE", "same", "same", List.of())),
                        text)));
    }

    @Test
    void pastUseSaysWhatWasSealed() {
        var actor = officer("300001", "unit-a");
        Proved proved = ask(actor, "EXISTENCE", "理由");

        var past = read(actor, List.of(), 10).getFirst();

        assertThat(past.proved()).isEqualTo(proved);
        assertThat(past.actor()).isEqualTo(actor);
        assertThat(past.grounds().caseReference()).isEqualTo("110-1");
        assertThat(past.grounds().requester()).isEqualTo(officer("9", "other"));
        assertThat(past.authority().operations()).hasSize(1);
        assertThat(past.authority().ruling()).isEqualTo(new Use.Ruling("whole", "2", false));
        assertThat(past.seen().hits()).isEqualTo(2);
        assertThat(past.seen().records()).containsExactly(new RecordRef("a", 1), new RecordRef("b", 22));
        assertThat(past.seen().facts()).containsEntry("call-sign", "青森12");
        assertThat(past.particulars()).isNotNull().satisfies(part -> {
            assertThat(part.text()).isEqualTo("理由");
            assertThat(part.keys()).extracting(Use.Key::normalised).containsExactly("normalised", "same");
        });
    }

    private List<PastUse> read(Actor actor, List<String> acts, int limit) {
        return log.release(Use.of("MY_USES", actor), uses.latestOf(actor.staffNumber(), acts, limit))
                .value();
    }

    @Test
    void latestUsesComeNewestFirstAndReadingThemIsOne() {
        var actor = officer("300002", "unit-b");
        Proved first = ask(actor, "EXISTENCE", "");
        Proved second = ask(actor, "CONTENT", "");

        assertThat(read(actor, List.of("EXISTENCE", "CONTENT"), 10))
                .extracting(PastUse::proved)
                .containsExactly(second, first);
        assertThat(read(actor, List.of(), 1))
                .singleElement()
                .extracting(PastUse::act)
                .isEqualTo("MY_USES");
    }

    @Test
    void bookOfAUnitIsReadPageByPage() {
        var unit = "unit-" + UUID.randomUUID();
        var asked = new ArrayList<Proved>();
        for (int n = 0; n < 7; n++) {
            asked.add(ask(officer("30001" + n, unit), "EXISTENCE", ""));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapaneseDates.ZONE);

        var read = new ArrayList<Proved>();
        String next = null;
        int pages = 0;
        do {
            var page = page(unit, today, next);
            page.uses().forEach(use -> read.add(use.proved()));
            next = page.next();
            pages++;
        } while (next != null);

        assertThat(read).containsExactlyElementsOf(asked.reversed());
        assertThat(pages).isEqualTo(3);
        assertThat(page(unit, today.minusDays(2), null).uses()).isEmpty();
    }

    private Uses.Page page(String unit, LocalDate day, @Nullable String next) {
        return log.release(
                        Use.of("BOOK", officer("300020", "head")), uses.book(unit, day, List.of("EXISTENCE"), next, 3))
                .value();
    }

    @Test
    void placeToGoOnFromMustBeOneTheBookGave() {
        assertThatThrownBy(() -> uses.book("u", LocalDate.of(2026, 11, 22), List.of(), "' or 1=1", 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void erasedPrivatePartIsGone() {
        var actor = officer("300003", "unit-c");
        Proved proved = ask(actor, "EXISTENCE", "消える");
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

        assertThat(read(actor, List.of("EXISTENCE"), 1).getFirst().particulars())
                .isNull();
    }
}
