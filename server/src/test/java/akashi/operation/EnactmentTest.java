package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.FreshDatabase;
import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.operation.Enactment.Enacted;
import akashi.usage.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** In force means in force: at its instant, without a restart, and called off while it is still to come. */
@ModuleTest
@Import({FreshDatabase.Setup.class, MovableClock.Setup.class})
class EnactmentTest {
    private static final OperationCode CODE = new OperationCode("stolen-vehicle");
    private static final Enactment.Order ORDER = new Enactment.Order("総情第1号", Actor.system("test"));

    private final Enactment enactment;
    private final Drafts drafts;
    private final Operations operations;
    private final OperationSql sql;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private String first = "";

    EnactmentTest(
            Enactment enactment,
            Drafts drafts,
            Operations operations,
            OperationSql sql,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.enactment = enactment;
        this.drafts = drafts;
        this.operations = operations;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void oneIsInForce() {
        clock.move(Duration.ofMinutes(1));
        first = operations.byCode(CODE).map(OperationVersion::hash).orElse("");
        if (first.isEmpty()) {
            var _ = begin(draft("ja: 盗難車両手配, en: Stolen vehicles"), null, clock.instant());
            first = hash();
        }
    }

    @Test
    void aVersionToComeTakesForceAtItsInstantAndEverybodyDerivesAnew() {
        var draft = draft("ja: 見本一, en: Sample one");
        var at = clock.instant().plus(Duration.ofDays(3));
        assertThat(begin(draft, first, at)).isEqualTo(new Enacted.From(at));
        long before = operations.generation();
        assertThat(hash()).isEqualTo(first);
        assertThat(begin(draft("ja: 見本二, en: Sample two"), first, at)).isEqualTo(new Enacted.Awaited(at));

        clock.move(Duration.ofDays(3));

        assertThat(hash()).isEqualTo(draft.hash());
        assertThat(operations.generation()).isGreaterThan(before);
        assertThat(operations.byCode(CODE).orElseThrow()).satisfies(version -> {
            assertThat(version.ground()).isEqualTo(OperationVersion.Ground.PROCEDURE);
            assertThat(version.decision()).isEqualTo("総情第1号");
        });
        assertThat(operations.version(first).orElseThrow().until()).isEqualTo(at);
    }

    @Test
    void whatIsStillToComeIsCalledOffAndTheSameInstantCanBeChosenAgain() {
        var draft = draft("ja: 見本三, en: Sample three");
        var at = clock.instant().plus(Duration.ofDays(3));
        var _ = begin(draft, first, at);
        assertThat(callOff()).isTrue();
        assertThat(callOff()).isFalse();
        assertThat(operations.history(CODE)).extracting(OperationVersion::hash).doesNotContain(draft.hash());

        assertThat(begin(draft, first, at)).isEqualTo(new Enacted.From(at));
        clock.move(Duration.ofDays(4));
        assertThat(hash()).isEqualTo(draft.hash());
        assertThat(callOff()).as("what is in force is not called off").isFalse();
    }

    @Test
    void aDecisionAboutAnotherVersionChangesNothing() {
        long generation = sql.generation();
        assertThat(begin(draft("ja: 見本四, en: Sample four"), "0".repeat(64), clock.instant()))
                .isEqualTo(new Enacted.Moved());
        assertThat(begin(draft("ja: 見本四, en: Sample four"), null, clock.instant()))
                .isEqualTo(new Enacted.Moved());
        assertThat(end("0".repeat(64), clock.instant(), OperationVersion.Close.ABOLISHED))
                .isEqualTo(new Enacted.Moved());
        assertThat(sql.generation()).isEqualTo(generation);
    }

    @Test
    void anOperationIsSuspendedTakenUpAgainAndAbolished() {
        var at = clock.instant().plus(Duration.ofDays(1));
        assertThat(end(first, at, OperationVersion.Close.SUSPENDED)).isEqualTo(new Enacted.From(at));
        assertThat(callOff()).as("an end to come can be taken back").isTrue();
        assertThat(end(first, at, OperationVersion.Close.SUSPENDED)).isEqualTo(new Enacted.From(at));
        assertThat(operations.standing(CODE)).isEqualTo(Operations.Standing.IN_FORCE);
        clock.move(Duration.ofDays(1));
        assertThat(operations.byCode(CODE)).isEmpty();
        assertThat(operations.standing(CODE)).isEqualTo(Operations.Standing.SUSPENDED);
        operations.adoptShipped();
        assertThat(operations.byCode(CODE))
                .as("a start does not take it up again")
                .isEmpty();

        var _ = begin(drafts.earlier(CODE, first).orElseThrow(), null, clock.instant());
        assertThat(hash()).isEqualTo(first);

        var _ = end(first, clock.instant().plusSeconds(1), OperationVersion.Close.ABOLISHED);
        clock.move(Duration.ofSeconds(2));
        assertThat(operations.standing(CODE)).isEqualTo(Operations.Standing.ABOLISHED);
        var _ = begin(drafts.earlier(CODE, first).orElseThrow(), null, clock.instant());
        var _ = end(first, clock.instant().plusSeconds(1), OperationVersion.Close.TRANSFERRED);
        clock.move(Duration.ofSeconds(2));
        assertThat(operations.standing(CODE)).isEqualTo(Operations.Standing.TRANSFERRED);
    }

    @Test
    void nothingIsEnactedOutsideAChange() {
        var draft = draft("ja: 見本五, en: Sample five");
        assertThatThrownBy(() -> enactment.begin(draft, first, clock.instant(), ORDER))
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
        assertThat(hash()).isEqualTo(first);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> sql.callOff(CODE, Instant.EPOCH, "総情第1号")))
                .isInstanceOf(IllegalStateException.class);
    }

    private Draft draft(String name) {
        var yaml = Proposed.changed("stolen-vehicle", Map.of("ja: 盗難車両手配, en: Stolen vehicles", name));
        return ((Drafts.Checked.Sound) drafts.check(yaml, CODE)).draft();
    }

    private Enacted begin(Draft draft, @Nullable String replaces, Instant from) {
        var enacted = transaction.execute(_ -> enactment.begin(draft, replaces, from, ORDER));
        assertThat(enacted).isNotNull();
        return enacted;
    }

    private Enacted end(String hash, Instant at, OperationVersion.Close close) {
        var enacted = transaction.execute(_ -> enactment.end(CODE, hash, at, close, ORDER));
        assertThat(enacted).isNotNull();
        return enacted;
    }

    private boolean callOff() {
        return Boolean.TRUE.equals(transaction.execute(_ -> enactment.callOff(CODE, ORDER)));
    }

    private String hash() {
        return operations.byCode(CODE).orElseThrow().hash();
    }
}
