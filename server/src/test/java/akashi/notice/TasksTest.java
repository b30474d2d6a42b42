package akashi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.notice.Task.Kind;
import akashi.notice.Task.To;
import akashi.notice.Task.Word;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.tlog.TreeCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
class TasksTest {
    private static final String TEXT = "retention.erasure.title";

    private final Tasks tasks;
    private final OpenTasks open;
    private final Accounts accounts;
    private final Organization organization;
    private final TestForce force;
    private final JdbcClient jdbc;
    private final MockMvc mvc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TasksTest(
            Tasks tasks,
            OpenTasks open,
            Accounts accounts,
            Organization organization,
            JdbcClient jdbc,
            MockMvc mvc,
            Clock clock,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.open = open;
        this.accounts = accounts;
        this.organization = organization;
        this.force = new TestForce(organization, jdbc);
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Test
    void aTaskFollowsThePost() {
        var before = force.officer(TestForce.HIRO, PostClass.UNIT_HEAD);
        var key = key();
        tasks.raise(request(key, new To.Post(post(before))));
        assertThat(keys(before)).contains(key);

        var after = force.officer(TestForce.HIRO, PostClass.UNIT_HEAD);
        force.dismissFromPost(before);

        assertThat(keys(after)).contains(key);
        assertThat(keys(before)).doesNotContain(key);
        force.dismissFromPost(after);
    }

    @Test
    void whoeverStandsInSeesItToo() {
        var head = force.officer(TestForce.HACHI, PostClass.UNIT_HEAD);
        var deputy = force.officer(TestForce.HACHI, PostClass.STATION_SUPERVISOR);
        var onDuty = force.officer(TestForce.HACHI_BOX, PostClass.BOX_OFFICER);
        var stranger = force.officer(TestForce.HIRO, PostClass.STATION_SUPERVISOR);
        var key = key();
        tasks.raise(request(key, To.headOf(force.unit(TestForce.HACHI))));
        assertThat(keys(deputy)).doesNotContain(key);
        assertThat(keys(onDuty)).doesNotContain(key);

        deputise(post(head), post(deputy));
        shift(onDuty);

        assertThat(as(head, key)).isEqualTo(Stands.As.HOLDER);
        assertThat(as(deputy, key)).isEqualTo(Stands.As.DEPUTY);
        assertThat(as(onDuty, key)).isEqualTo(Stands.As.DUTY);
        assertThat(keys(stranger)).doesNotContain(key);
    }

    @Test
    void whereNobodyHoldsThePostTheHeadSeesIt() {
        var clerk = force.officer(TestForce.CRIME, PostClass.CIVILIAN);
        var head = force.officer(TestForce.CRIME, PostClass.SECTION_HEAD);
        var other = force.officer(TestForce.GENERAL, PostClass.SECTION_HEAD);
        var key = key();
        tasks.raise(request(key, new To.Post(post(clerk))));
        assertThat(keys(head)).doesNotContain(key);

        force.dismissFromPost(clerk);

        assertThat(as(head, key)).isEqualTo(Stands.As.HEAD);
        assertThat(keys(other)).doesNotContain(key);
    }

    @Test
    void aPersonsOwnTaskIsTheirsAloneAndClassesAreReachedEverywhere() {
        var one = force.officer(TestForce.HACHI, PostClass.DETECTIVE);
        var other = force.officer(TestForce.HIRO, PostClass.DETECTIVE);
        var own = key();
        var all = key();
        tasks.raise(request(own, new To.Person(one.id())));
        tasks.raise(request(all, To.holders(PostClass.DETECTIVE, null)));

        assertThat(keys(one)).contains(own, all);
        assertThat(keys(other)).contains(all).doesNotContain(own);
    }

    @Test
    void raisedTwiceItIsOneAlsoWhenItIsDone() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var key = key();
        tasks.raise(request(key, new To.Person(member.id())));
        tasks.raise(request(key, new To.Person(member.id())));
        assertThat(keys(member)).containsOnlyOnce(key);

        tasks.done(key);
        tasks.raise(request(key, new To.Person(member.id())));
        tasks.done(key);

        assertThat(keys(member)).doesNotContain(key);
    }

    @Test
    void whatIsRolledBackWasNeverRaised() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var key = key();

        var _ = transaction.execute(status -> {
            tasks.raise(request(key, new To.Person(member.id())));
            status.setRollbackOnly();
            return true;
        });

        assertThat(keys(member)).doesNotContain(key);
    }

    @Test
    void whatAnotherNodeRaisedIsSeenWithTheNextLook() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        assertThat(open.of(member.id())).isEmpty();
        var key = key();
        var _ = jdbc.sql("""
                insert into notice_task (key, kind, to_person, message, words, link, raised_at)
                values (:key, 'NOTICE', :person, 'retention.erasure.title', '{CODE:7}', '/tasks', now())
                """)
                .param("key", key)
                .param("person", member.id().value())
                .update();

        open.look();

        assertThat(keys(member)).containsExactly(key);
    }

    @Test
    void pressingOnesComeFirst() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var to = new To.Person(member.id());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        tasks.raise(Task.of(Kind.REQUEST, "test/a-" + member.staffNumber(), to, "/tasks", TEXT, Word.number(1)));
        tasks.raise(Task.of(Kind.REQUEST, "test/b-" + member.staffNumber(), to, "/tasks", TEXT, Word.number(2))
                .until(today.plusDays(9)));
        tasks.raise(Task.of(Kind.REQUEST, "test/c-" + member.staffNumber(), to, "/tasks", TEXT, Word.number(3))
                .until(today.minusDays(9)));
        tasks.raise(Task.of(Kind.ALERT, "test/d-" + member.staffNumber(), to, "/tasks", TEXT, Word.number(4)));

        assertThat(keys(member)).extracting(key -> key.substring(5, 6)).containsExactly("d", "c", "b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"見本 太郎", "", "a b", "<b>", "090-1111-2222 見本"})
    void aWordCannotCarryWhatSomebodyTyped(String typed) {
        assertThatThrownBy(() -> Word.code(typed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Word.person(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example", "/records?name=見本", "tasks", "/a b"})
    void aTaskLeadsNowhereElse(String link) {
        var to = To.holders(PostClass.AUDITOR, null);
        assertThatThrownBy(() -> Task.of(Kind.NOTICE, "test/x", to, link, TEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tasks.raise(Task.of(Kind.NOTICE, "test/x", to, "/tasks", "no.such.text")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.text");
    }

    @Test
    void thePageShowsWhatWaitsAndKeepsWhoReadIt() throws Exception {
        var member = force.officer(TestForce.GENERAL, PostClass.AUDITOR);
        var to = new To.Post(post(member));
        var past = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(3);
        var notice = key();
        tasks.raise(Task.of(Kind.NOTICE, notice, to, "/organization", TEXT, Word.unit(TestForce.HACHI)));
        tasks.raise(Task.of(Kind.REQUEST, key(), to, "/ledger", TEXT, Word.person(member.staffNumber()))
                .until(past));
        tasks.raise(Task.of(Kind.ALERT, key(), to, "/ledger", TEXT, Word.operation("stolen-vehicle")));
        tasks.raise(Task.of(Kind.ALERT, key(), to, "/ledger", TEXT, Word.operation("No")));
        tasks.raise(Task.of(Kind.NOTICE, key(), to, "/ledger", TEXT, Word.date(past)));
        tasks.raise(Task.of(Kind.NOTICE, key(), to, "/ledger", TEXT, Word.message("web.yes")));
        tasks.raise(Task.of(Kind.NOTICE, key(), to, "/ledger", TEXT, Word.code("P-2026/17")));
        var browser = signedIn(member);

        assertThat(browser.open("/tasks").getStatus()).isEqualTo(200);

        assertThat(browser.page())
                .contains("用件<span class=\"badge\">7</span>", "八戸署", "見本 太郎", "盗難車両", "消去No", "はい", "P-2026/17")
                .contains("期限超過", "期限を過ぎた用件が 1件", "総務課 見本職", "href=\"/organization\"")
                .doesNotContain("[notice.");
        var id = Pattern.compile("/tasks/([0-9]+)/seen").matcher(browser.page());
        assertThat(id.results().count()).isEqualTo(6);

        var seen = open.of(member.id()).stream()
                .filter(one -> one.task().task().key().equals(notice))
                .findFirst()
                .orElseThrow();
        assertThat(browser.send("/tasks/" + seen.task().id() + "/seen").getHeader("Location"))
                .isEqualTo("/tasks");
        var _ = browser.open("/tasks");
        assertThat(browser.page()).contains("確認を記録しました", "最近済んだ用件", "badge\">6<");
        assertThat(browser.send("/tasks/" + seen.task().id() + "/seen").getStatus())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from usage_leaf where act = 'TASK_SEEN' and operator = :operator")
                        .param("operator", member.staffNumber())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        var _ = browser.send("/language", "language", "en", "target", "/tasks");
        var _ = browser.open("/tasks");
        assertThat(browser.page()).contains("Tasks", "overdue", "Your post").doesNotContain("[notice.");
    }

    @Test
    void nobodyEndsWhatIsNotTheirsOrIsStillToBeDone() throws Exception {
        var member = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var other = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var request = key();
        var foreign = key();
        tasks.raise(request(request, new To.Person(member.id())));
        tasks.raise(Task.of(Kind.NOTICE, foreign, new To.Person(other.id()), "/tasks", TEXT, Word.code("1")));
        var browser = signedIn(member);
        var _ = browser.open("/tasks");
        for (var waits : List.of(
                open.of(member.id()).getFirst().task(),
                open.of(other.id()).getFirst().task())) {
            assertThat(browser.send("/tasks/" + waits.id() + "/seen").getStatus())
                    .isEqualTo(404);
        }
        assertThat(keys(member)).contains(request);
        assertThat(keys(other)).contains(foreign);
    }

    private static Task request(String key, To to) {
        return Task.of(Kind.REQUEST, key, to, "/tasks", TEXT, Word.code("17"));
    }

    private static String key() {
        return "test/" + UUID.randomUUID();
    }

    private List<String> keys(TestForce.Member member) {
        return open.of(member.id()).stream()
                .map(seen -> seen.task().task().key())
                .toList();
    }

    private Stands.As as(TestForce.Member member, String key) {
        return open.of(member.id()).stream()
                .filter(seen -> seen.task().task().key().equals(key))
                .map(TaskIndex.Seen::as)
                .findFirst()
                .orElseThrow();
    }

    private PostId post(TestForce.Member member) {
        return organization.roster().principalOf(member.id()).orElseThrow().post();
    }

    private void deputise(PostId post, PostId deputy) {
        var _ = jdbc.sql("""
                insert into organization_deputy (id, post, deputy, position, valid_from, recorded_at, recorded_by)
                values (gen_random_uuid(), :post, :deputy, 1, '2024-04-01', now(), 'test')
                """)
                .param("post", post.value())
                .param("deputy", deputy.value())
                .update();
        changed();
    }

    private void shift(TestForce.Member member) {
        var _ = jdbc.sql("""
                insert into organization_duty (id, unit, person, chief, starts, ends, recorded_at, recorded_by)
                values (gen_random_uuid(), :unit, :person, false, :starts, :ends, now(), 'test')
                """)
                .param("unit", force.unit(TestForce.HACHI).value())
                .param("person", member.id().value())
                .param("starts", clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("ends", clock.instant().plus(Duration.ofHours(8)).atOffset(ZoneOffset.UTC))
                .update();
        changed();
    }

    private void changed() {
        var _ = jdbc.sql("update organization_generation set number = number + 1")
                .update();
        organization.changed();
    }

    private Browser signedIn(TestForce.Member member) throws Exception {
        return Browser.of(mvc, accounts, member);
    }
}
