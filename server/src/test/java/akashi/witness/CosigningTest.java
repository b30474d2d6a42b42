package akashi.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import akashi.MovedClock;
import akashi.TestLedger;
import akashi.ledger.Checkpoint;
import akashi.ledger.Cosigner;
import akashi.ledger.Merkle;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Receipt;
import akashi.ledger.SignedNote;
import akashi.ledger.TlogProof;
import akashi.ledger.Trust;
import akashi.ledger.Verdict;
import akashi.tlog.TestNode;
import akashi.tlog.Watch;
import akashi.usage.LedgerUnavailable;
import akashi.usage.Proved;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;

/** A node's ledger is watched by other hosts, which do what hosts do: go away, hang, know nothing, or lie. */
class CosigningTest {
    private static final String OFFICER = "410001";
    private static final Duration MAX_AGE = Duration.ofMinutes(10);
    private static final Duration STOP_AFTER = Duration.ofHours(1);

    private final MovedClock clock = MovedClock.running();
    private final String name = "watched-" + UUID.randomUUID();
    private final String origin = "akashi.test/" + name;
    private final Path key = TestLedger.key(name);
    private final TestNode node = TestNode.start(name, key, clock, Duration.ofSeconds(5));
    private final NoteVerifier logKey = NoteVerifier.parse(node.log().verifierKey());
    private final Peer one = new Peer("one.example/witness", origin, List.of(logKey), clock);
    private final Peer two = new Peer("two.example/witness", origin, List.of(logKey), clock);
    private @Nullable Cosigning cosigning;

    @AfterEach
    void stop() {
        if (cosigning != null) {
            cosigning.stop();
        }
        node.close();
        one.close();
        two.close();
    }

    private Cosigning watch(String... lines) {
        var outcome = Trust.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        var trust = ((Trust.Outcome.Read) outcome).trust();
        var settings = new WitnessSettings(
                null, Duration.ofMillis(20), Duration.ofMillis(500), MAX_AGE, STOP_AFTER, null, null, null);
        var started = new Cosigning(trust, HttpClient.newHttpClient(), node.checkpoints(), settings, clock);
        node.watchedBy(started);
        started.start();
        cosigning = started;
        return started;
    }

    private Trust asking(String... lines) {
        var all = "log " + logKey.text() + "\n" + String.join("\n", lines);
        return ((Trust.Outcome.Read) Trust.parse(all.getBytes(StandardCharsets.UTF_8))).trust();
    }

    private Receipt receipt(Proved proved) {
        return Receipt.parse(node.receipt(proved, OFFICER).getBytes(StandardCharsets.UTF_8));
    }

    private static Watch.@Nullable Trouble trouble(Cosigning watch, String witness) {
        return watch.seen().stream()
                .filter(seen -> seen.name().equals(witness))
                .findFirst()
                .orElseThrow()
                .trouble();
    }

    @Test
    void receiptCarriesTheCosignaturesOfAQuorum() {
        String[] policy = {one.line("one"), two.line("two"), "group both all one two", "quorum both"};
        var watch = watch(policy);
        Proved proved = node.release(OFFICER);

        var verdict = receipt(proved).verify(asking(policy));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.witnesses())
                                .containsExactlyInAnyOrder("one.example/witness", "two.example/witness"));
        assertThat(watch.standing().state()).isEqualTo(Watch.State.FRESH);
        assertThat(watch.standing().since()).isNotNull();
        assertThat(watch.seen()).allSatisfy(seen -> assertThat(seen.size()).isPositive());
    }

    @Test
    void consistencyIsProvedFromWhateverTheWitnessHas() {
        for (int n = 0; n < 300; n++) {
            Proved _ = node.release(OFFICER);
        }
        var watch = watch(one.line("one"), "quorum one");
        await().until(() -> watch.seen().getFirst().size() >= 300);
        watch.stop();
        Proved after = node.release(OFFICER);
        long known = Objects.requireNonNull(one.seenTrees().get(origin)).size();
        assertThat(known).isGreaterThanOrEqualTo(300);

        // another program knows nothing of what was kept, and is told by the witness
        var again = watch(one.line("one"), two.line("two"), "group both all one two", "quorum both");
        await().until(() -> again.seen().stream().allMatch(seen -> seen.size() > after.index()));

        assertThat(one.seenTrees().get(origin)).isEqualTo(two.seenTrees().get(origin));
    }

    @Test
    void witnessThatHasSeenMoreThanWasThoughtIsAskedFromThere() {
        Proved first = node.release(OFFICER);
        await().until(() -> node.checkpoints()
                .latest()
                .filter(it -> it.size() > first.index())
                .isPresent());
        var latest = node.checkpoints().latest().orElseThrow();
        one.seenTrees().put(origin, Checkpoint.parse(latest.note().text()));
        Proved second = node.release(OFFICER);

        var watch = watch(one.line("one"), "quorum one");

        assertThat(watch.await(second.index() + 1, Duration.ofSeconds(20))).isTrue();
        assertThat(trouble(watch, "one")).isNull();
    }

    @Test
    void witnessThatRefusesMakesItLateThenStopsReadingAndNothingElse() {
        var stranger = new Peer("three.example/witness", "akashi.test/other", List.of(logKey), clock);
        try (stranger) {
            var watch = watch(stranger.line("three"), "quorum three");
            Proved proved = node.release(OFFICER);
            await().until(() -> trouble(watch, "three") == Watch.Trouble.REFUSED);
            assertThat(watch.standing().state()).isEqualTo(Watch.State.FRESH);

            clock.shift(MAX_AGE.plusSeconds(1));
            assertThat(watch.standing().state()).isEqualTo(Watch.State.LATE);
            assertThat(node.release(OFFICER).index()).isGreaterThan(proved.index());

            clock.shift(STOP_AFTER.plusSeconds(1));
            assertThat(node.log().state().watched().state()).isEqualTo(Watch.State.STOPPED);
            assertThatThrownBy(() -> node.release(OFFICER))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            stopped -> assertThat(stopped.kind()).isEqualTo("unwatched"));
            assertThat(node.log().state().writing()).isTrue();
        }
    }

    @Test
    void witnessThatWasDownIsAskedAgainAndReadingResumes() {
        var watch = watch(one.line("one"), "quorum one");
        Proved first = node.release(OFFICER);
        assertThat(watch.await(first.index() + 1, Duration.ofSeconds(20))).isTrue();
        one.down();
        clock.shift(STOP_AFTER.plusMinutes(1));
        await().until(() -> trouble(watch, "one") == Watch.Trouble.UNREACHABLE);
        assertThatThrownBy(() -> node.release(OFFICER)).isInstanceOf(LedgerUnavailable.class);

        one.up();
        clock.shift(STOP_AFTER.multipliedBy(2));

        await().until(() -> watch.standing().state() == Watch.State.FRESH);
        assertThat(node.release(OFFICER).index()).isEqualTo(first.index() + 1);
    }

    @Test
    void healthWarnsWhenAQuorumIsMissingAndIsDownWhenReadingStopped() {
        var watch = watch(one.line("one"), two.line("two"), "group both all one two", "quorum both");
        var health = new WitnessHealth(only(watch));
        Proved first = node.release(OFFICER);
        assertThat(watch.await(first.index() + 1, Duration.ofSeconds(20))).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("one", "cosigns").containsEntry("two", "cosigns");

        two.down();
        clock.shift(MAX_AGE.plusMinutes(1));
        await().until(() -> trouble(watch, "two") == Watch.Trouble.UNREACHABLE);
        assertThat(health.health().getStatus()).isEqualTo(WitnessHealth.WARNING);
        assertThat(health.health().getDetails()).containsEntry("two", "UNREACHABLE");
        assertThat(node.release(OFFICER).index()).isPositive();

        clock.shift(STOP_AFTER.plusMinutes(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThatThrownBy(() -> node.release(OFFICER)).isInstanceOf(LedgerUnavailable.class);

        two.up();
        clock.shift(STOP_AFTER.multipliedBy(2));
        await().until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(node.release(OFFICER).index()).isPositive();
    }

    @Test
    void healthOfALedgerThatNobodyWatchesIsGood() {
        var none = new StaticListableBeanFactory().getBeanProvider(Watch.class);

        var health = new WitnessHealth(none).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("witnesses", 0);
    }

    private static ObjectProvider<Watch> only(Watch watch) {
        return new StaticListableBeanFactory(Map.of("watch", watch)).getBeanProvider(Watch.class);
    }

    @Test
    void ledgerAtRestIsConfirmedAnewBeforeItGrowsOld() {
        var watch = watch(one.line("one"), "quorum one");
        Proved first = node.release(OFFICER);
        assertThat(watch.await(first.index() + 1, Duration.ofSeconds(20))).isTrue();
        Instant before = Objects.requireNonNull(watch.standing().since());

        clock.shift(MAX_AGE.dividedBy(2));

        await().until(() ->
                watch.standing().since() != null && watch.standing().since().isAfter(before.plusSeconds(60)));
        assertThat(watch.seen().getFirst().size()).isEqualTo(first.index() + 1);
    }

    @Test
    void witnessThatHangsHoldsUpNobody() {
        one.hang();
        var watch = watch(one.line("one"), two.line("two"), "quorum two");

        Proved proved = node.release(OFFICER);

        assertThat(watch.await(proved.index() + 1, Duration.ofSeconds(20))).isTrue();
        await().until(() -> trouble(watch, "one") == Watch.Trouble.UNREACHABLE);
        assertThat(node.release(OFFICER).index()).isEqualTo(proved.index() + 1);
    }

    @Test
    void anotherTreeAndATreeAheadAreToldApart() {
        var watch = watch(one.line("one"), two.line("two"), "quorum none");
        one.seenTrees().put(origin, new Checkpoint(origin, 1, Merkle.leafHash(new byte[1])));
        two.seenTrees().put(origin, new Checkpoint(origin, 1_000_000, Merkle.leafHash(new byte[1])));

        Proved _ = node.release(OFFICER);

        await().until(() -> trouble(watch, "two") == Watch.Trouble.AHEAD);
        await().until(() -> trouble(watch, "one") == Watch.Trouble.OTHER_TREE);
        assertThat(watch.standing()).isEqualTo(Watch.Standing.UNWATCHED);
    }

    @Test
    void whatIsNotTheWitnessesOwnCosignatureIsNotKept() {
        Proved proved = node.release(OFFICER);
        var stranger = Cosigner.generate("stranger.example/witness");
        one.lie(stranger.cosign(new Checkpoint(origin, 1, Merkle.emptyRoot()), clock.instant())
                .line());
        two.lie("nonsense");

        var watch = watch(one.line("one"), two.line("two"), "group any any one two", "quorum any");

        await().until(() -> trouble(watch, "one") == Watch.Trouble.NOT_ITS_OWN);
        await().until(() -> trouble(watch, "two") == Watch.Trouble.NOT_ITS_OWN);
        var note = SignedNote.parse(TlogProof.parse(receipt(proved).proof()).checkpoint());
        assertThat(note.signatures()).hasSize(1);
    }

    @Test
    void quorumOfBeforeIsKnownAfterARestart() {
        var watch = watch(one.line("one"), "quorum one");
        Proved proved = node.release(OFFICER);
        assertThat(watch.await(proved.index() + 1, Duration.ofSeconds(20))).isTrue();
        watch.stop();
        one.down();
        try {
            var again = watch(one.line("one"), "quorum one");
            assertThat(again.await(proved.index() + 1, Duration.ofSeconds(20))).isTrue();
            assertThat(again.standing().since()).isEqualTo(watch.standing().since());
        } finally {
            one.up();
        }
    }
}
