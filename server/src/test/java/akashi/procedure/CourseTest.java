package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.procedure.Course.Kind;
import akashi.procedure.Stage.Closed;
import akashi.procedure.Stage.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for whatever is done with a proposal; each failure names the seed that repeats it. */
class CourseTest {
    private static final int TRIES = 20_000;
    private static final int MOVES = 40;

    /** Whatever somebody tries in whatever order. */
    private static final class Walk {
        final Course course;
        final List<Move> along = new ArrayList<>();
        Stage stage = Open.DRAFT;
        boolean refused;

        Walk(Course course) {
            this.course = course;
        }

        void go(Random random) {
            for (int i = 0; i < MOVES; i++) {
                // Mostly onward, so that walks get far; sometimes anything, permitted or not.
                var move =
                        random.nextInt(3) > 0 ? course.next(stage).orElse(Move.BACK_OUT) : any(Move.values(), random);
                var after = course.after(stage, move);
                if (after.isPresent()) {
                    stage = after.get();
                    refused |= move == Move.REFUSE;
                    if (move == Move.EDIT || move == Move.SEND_BACK) {
                        along.clear();
                    } else if (course.required().contains(move)) {
                        along.add(move);
                    }
                }
            }
        }
    }

    private static <T> T any(T[] all, Random random) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private static Course course(Random random) {
        return new Course(any(Kind.values(), random), random.nextBoolean(), random.nextBoolean());
    }

    @Test
    void nothingTakesForceWithoutEveryRequiredStepInItsOrder() {
        int inForce = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            var walk = new Walk(course(random));
            walk.go(random);
            if (walk.stage == Closed.IN_FORCE || walk.stage == Closed.BACKED_OUT) {
                inForce++;
                assertThat(walk.along).as("seed %s %s", seed, walk.course).isEqualTo(walk.course.required());
            }
            if (walk.stage instanceof Open open && open.compareTo(Open.DECIDED) >= 0) {
                assertThat(walk.along).as("seed %s", seed).contains(Move.REQUEST, Move.REVIEW, Move.DECIDE);
            }
        }
        assertThat(inForce).as("walks that got there").isGreaterThan(TRIES / 20);
    }

    @Test
    void aRefusalIsNeverShownAsAnApproval() {
        int refused = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            var walk = new Walk(course(random));
            walk.go(random);
            if (walk.refused) {
                refused++;
                assertThat(walk.stage).as("seed %s", seed).isEqualTo(Closed.REFUSED);
                assertThat(walk.course.open(walk.stage)).as("seed %s", seed).isEmpty();
            }
        }
        assertThat(refused).isGreaterThan(TRIES / 50);
    }

    @Test
    void whatWasWrittenAnewHasToBeApprovedAnew() {
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            var course = course(random);
            Stage stage = Open.DRAFT;
            int steps = random.nextInt(course.required().size());
            for (int i = 0; i < steps; i++) {
                stage = course.after(stage, course.next(stage).orElseThrow()).orElseThrow();
            }
            var edited = course.after(stage, Move.EDIT);
            if (edited.isPresent()) {
                assertThat(edited).as("seed %s", seed).contains(Open.DRAFT);
                assertThat(course.next(Open.DRAFT)).contains(course.required().getFirst());
            }
        }
    }

    @Test
    void aMinorChangeGoesTheShortWayAndAnImportantOneThroughTheCommittee() {
        assertThat(new Course(Kind.CHANGE, true, false).required())
                .containsExactly(Move.REQUEST, Move.REVIEW, Move.DECIDE, Move.TEST, Move.ANNOUNCE, Move.FORCE);
        assertThat(new Course(Kind.CHANGE, false, true).required())
                .containsExactly(
                        Move.CONSULT,
                        Move.REQUEST,
                        Move.REVIEW,
                        Move.DELIBERATE,
                        Move.DECIDE,
                        Move.TEST,
                        Move.RULE,
                        Move.TRAIN,
                        Move.ANNOUNCE,
                        Move.FORCE);
        assertThat(new Course(Kind.NEW, true, false).required())
                .as("a new operation is never minor")
                .contains(Move.CONSULT, Move.RULE, Move.TRAIN);
        assertThat(new Course(Kind.ABOLISH, false, false).required())
                .containsExactly(Move.REQUEST, Move.REVIEW, Move.DECIDE, Move.ANNOUNCE, Move.FORCE);
        assertThat(new Course(Kind.ABOLISH, false, false).after(Closed.IN_FORCE, Move.BACK_OUT))
                .isEmpty();
        assertThat(Stage.of("TESTED")).isEqualTo(Open.TESTED);
        assertThat(Stage.of("REFUSED")).isEqualTo(Closed.REFUSED);
    }
}
