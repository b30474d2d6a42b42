package akashi.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.organization.Post;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.organization.Span;
import akashi.organization.UnitId;
import akashi.reorganization.ImportReport.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Post HEAD = post("課長", "2020-04-01", null);

    private static Post post(String title, String from, @org.jspecify.annotations.Nullable String until) {
        return new Post(
                new PostId(new UUID(0, 1)),
                "H301/1",
                new UnitId(new UUID(0, 2)),
                title,
                "",
                PostClass.SECTION_HEAD,
                1,
                false,
                new Span(LocalDate.parse(from), until == null ? null : LocalDate.parse(until)));
    }

    private static Timeline.Joined<Post> join(Post line, Post... held) {
        return Timeline.join(List.of(held), line, TODAY, true);
    }

    private static void fits(Timeline.Joined<Post> outcome, Change change, Post... line) {
        assertThat(outcome).isEqualTo(new Timeline.Fits<>(List.of(line), change));
    }

    @Test
    void firstLineIsAdded() {
        fits(join(HEAD), Change.ADDED, HEAD);
    }

    @Test
    void otherContentFromALaterDayEndsTheLineBefore() {
        var renamed = post("統括官", "2027-04-01", null);
        fits(join(renamed, HEAD), Change.CHANGED, post("課長", "2020-04-01", "2027-04-01"), renamed);
    }

    @Test
    void contentWithAnEndGivesWayToWhatWasBefore() {
        var meanwhile = post("統括官", "2027-04-01", "2027-05-01");
        fits(
                join(meanwhile, HEAD),
                Change.CHANGED_FOR_A_TIME,
                post("課長", "2020-04-01", "2027-04-01"),
                meanwhile,
                post("課長", "2027-05-01", null));
        assertThat(Timeline.join(List.of(HEAD), meanwhile, TODAY, false))
                .isEqualTo(new Timeline.Fits<>(
                        List.of(post("課長", "2020-04-01", "2027-04-01"), meanwhile), Change.CHANGED));
    }

    @Test
    void sameLineAgainChangesNothing() {
        fits(join(HEAD, HEAD), Change.UNCHANGED, HEAD);
        fits(join(post("課長", "2026-12-01", null), HEAD), Change.UNCHANGED, HEAD);
    }

    @Test
    void sameLineWithAnEndIsEnded() {
        var ended = post("課長", "2020-04-01", "2027-04-01");
        fits(join(ended, HEAD), Change.ENDED, ended);
        assertThat(join(HEAD, ended)).isEqualTo(new Timeline.Contradicts<>(ended));
        assertThat(join(post("課長", "2020-04-01", "2028-04-01"), ended)).isEqualTo(new Timeline.Contradicts<>(ended));
    }

    @Test
    void whatHasNotAppliedYetMayBeReplaced() {
        var coming = post("統括官", "2027-04-01", null);
        var better = post("首席統括官", "2027-04-01", null);
        var before = post("課長", "2020-04-01", "2027-04-01");
        fits(join(better, before, coming), Change.REPLACED, before, better);
        var longer = post("首席統括官", "2027-04-01", "2029-04-01");
        var after = post("参事官", "2028-04-01", null);
        assertThat(join(longer, before, post("統括官", "2027-04-01", "2028-04-01"), after))
                .isEqualTo(new Timeline.Contradicts<>(after));
    }

    @Test
    void whatAppliedAlreadyIsNotReplaced() {
        assertThat(join(post("統括官", "2020-04-01", null), HEAD)).isEqualTo(new Timeline.Contradicts<>(HEAD));
    }

    @Test
    void lineAcrossALaterOneContradictsIt() {
        var before = post("課長", "2020-04-01", "2027-04-01");
        var coming = post("統括官", "2027-04-01", null);
        assertThat(join(post("参事官", "2026-12-01", null), before, coming)).isEqualTo(new Timeline.Contradicts<>(coming));
        assertThat(join(post("参事官", "2019-04-01", null), HEAD)).isEqualTo(new Timeline.Contradicts<>(HEAD));
        assertThat(join(post("課長", "2026-12-01", "2027-02-01"), HEAD)).isEqualTo(new Timeline.Contradicts<>(HEAD));
    }

    @Test
    void gapIsFilled() {
        var old = post("課長", "2014-04-01", "2018-04-01");
        var between = post("課長", "2018-04-01", "2020-04-01");
        fits(join(between, old, HEAD), Change.ADDED, old, between, HEAD);
    }
}
