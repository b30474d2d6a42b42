package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.operation.Operations.Standing;
import akashi.organization.PostClass;
import akashi.review.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proposals through the pages: seen, written, moved, refused. */
class ProcedurePagesTest extends Proposing {
    ProcedurePagesTest(Site site) {
        super(site);
    }

    @Test
    void aProposalGoesItsWayThroughThePages() throws Exception {
        var code = code();
        var section = signedIn(head);
        assertThat(section.open("/procedures").getStatus()).isEqualTo(200);
        assertThat(section.page())
                .contains("href=\"/procedures/new\"", "対象範囲の台帳")
                .doesNotMatch(UNTRANSLATED);
        assertThat(section.open("/procedures/new?kind=NEW").getStatus()).isEqualTo(200);
        assertThat(section.page()).contains("data-check=\"/procedures/check\"").doesNotMatch(UNTRANSLATED);

        assertThat(section.send(
                                "/procedures/check",
                                "kind",
                                "NEW",
                                "yaml",
                                yaml(code).replace("urgent: PT10M", "urgent: PT9H"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(section.page())
                .contains("1件の誤り", "hit.urgent")
                .doesNotContain("<html")
                .doesNotMatch(UNTRANSLATED);

        var sent = section.send(
                "/procedures",
                "kind",
                "NEW",
                "title",
                "盗難艇の新設 <b>",
                "reason",
                "港での盗難が増えた",
                "wished",
                "",
                "yaml",
                yaml(code));
        assertThat(sent.getStatus()).as(section.page()).isEqualTo(303);
        var path = String.valueOf(sent.getHeader("Location"));
        long number = Long.parseLong(path.substring("/procedures/".length()));
        assertThat(section.open(path).getStatus()).isEqualTo(200);
        assertThat(section.page())
                .contains("決裁欄", "何を定めるか", "訓令第6条の点検", "確認用の照会", "盗難艇の新設 &lt;b&gt;")
                .doesNotContain("<b>")
                .doesNotMatch(UNTRANSLATED);
        assertThat(section.open(path + "/definition.yaml").getStatus()).isEqualTo(200);

        assertThat(section.send(path + "/consult", fields(number, "paper", "", "note", ""))
                        .getStatus())
                .isEqualTo(422);
        assertThat(section.page()).contains("文書番号を3文字以上");
        for (var move : List.of(Move.CONSULT, Move.REQUEST)) {
            assertThat(section.send(
                                    path + "/" + ProcedurePages.word(move),
                                    fields(number, "paper", "生企第1号", "note", ""))
                            .getHeader("Location"))
                    .isEqualTo(path);
        }
        var keeping = signedIn(keeper);
        assertThat(keeping.open("/procedures").getStatus()).isEqualTo(200);
        assertThat(keeping.page()).contains("あなたの番", path);
        assertThat(keeping.open(path).getStatus()).isEqualTo(200);
        assertThat(keeping.page()).contains("審査を終えた", "差戻し", "復旧目標").doesNotMatch(UNTRANSLATED);
        assertThat(keeping.send(path + "/review", answered(number, "important", "yes"))
                        .getHeader("Location"))
                .isEqualTo(path);
        assertThat(stage(number)).isEqualTo(Stage.Open.REVIEWED);
        assertThat(site.proposals().one(number).orElseThrow().proposal().next()).contains(Move.DELIBERATE);
        assertThat(keeping.send(path + "/deliberate", fields(number, "paper", "委第1号", "note", "異議なし"))
                        .getHeader("Location"))
                .isEqualTo(path);

        var deciding = signedIn(manager);
        assertThat(deciding.open(path).getStatus()).isEqualTo(200);
        assertThat(deciding.page()).contains("承認し、決定する", "承認しない").doesNotMatch(UNTRANSLATED);
        assertThat(deciding.send(path + "/decide", fields(number, "paper", "総情第5号", "note", ""))
                        .getHeader("Location"))
                .isEqualTo(path);
        along(number, null);
        assertThat(site.operations().standing(code)).isEqualTo(Standing.IN_FORCE);
        assertThat(section.open(path).getStatus()).isEqualTo(200);
        assertThat(section.page()).contains("施行済み", "総情第5号").doesNotMatch(UNTRANSLATED);
        assertThat(section.open("/operations/" + code).getStatus()).isEqualTo(200);
        assertThat(section.page()).contains("総情第5号", "href=\"/procedures/new?kind=CHANGE&operation=" + code);

        var _ = section.send("/language", "language", "en", "target", "/");
        for (var page : List.of("/procedures", path, "/procedures/new?kind=CHANGE&operation=" + code)) {
            assertThat(section.open(page).getStatus()).as(page).isEqualTo(200);
            assertThat(section.page()).doesNotMatch(UNTRANSLATED);
        }
    }

    @Test
    void whatIsWrongIsSaidAndTheFormIsKept() throws Exception {
        var code = inForce();
        var section = signedIn(head);
        assertThat(section.open("/procedures/new?kind=CHANGE&operation=" + code).getStatus())
                .isEqualTo(200);
        assertThat(section.page()).contains("code: " + code);
        for (var wrong : new String[][] {
            {"title", "x", "件名は3"},
            {"wished", "明日", "2027-04-01 の形"},
            {"yaml", "code: [", "誤り"},
            {"yaml", "a\\u0000b".replace("\\u0000", "\u0000"), "件名は3"},
            {"operation", "no-such-operation", "実施中の業務"},
        }) {
            var fields = new ArrayList<>(List.of(
                    "kind",
                    "CHANGE",
                    "operation",
                    code.value(),
                    "title",
                    "保存期間",
                    "reason",
                    "理由あり",
                    "wished",
                    "",
                    "yaml",
                    yaml(code, "period: P3Y", "period: P4Y")));
            fields.set(fields.indexOf(wrong[0]) + 1, wrong[1]);
            assertThat(section.send("/procedures", fields.toArray(String[]::new))
                            .getStatus())
                    .as(wrong[0])
                    .isEqualTo(422);
            assertThat(section.page()).contains(wrong[2]).doesNotMatch(UNTRANSLATED);
        }
        long number = proposed(head, change(code, "period: P3Y", "period: P5Y"));
        var path = "/procedures/" + number;
        assertThat(section.open(path + "/edit").getStatus()).isEqualTo(200);
        assertThat(section.page()).contains("最初からになります", "P5Y");
        assertThat(section.send(
                                path + "/edit",
                                "version",
                                "1",
                                "title",
                                "保存期間を延ばす",
                                "reason",
                                "求めによる",
                                "wished",
                                "2027-04-01",
                                "yaml",
                                yaml(code, "period: P3Y", "period: P6Y"))
                        .getHeader("Location"))
                .isEqualTo(path);
        assertThat(section.send(
                                path + "/edit",
                                "version",
                                "1",
                                "title",
                                "保存期間を延ばす",
                                "reason",
                                "求めによる",
                                "wished",
                                "",
                                "yaml",
                                yaml(code, "period: P3Y", "period: P7Y"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(section.page()).contains("ほかの人が先に");
        assertThat(section.send(
                                path + "/edit",
                                "version",
                                "2",
                                "title",
                                "x",
                                "reason",
                                "求めによる",
                                "wished",
                                "",
                                "yaml",
                                "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(section.send(path + "/consult", "version", "2", "hash", "x", "paper", "字".repeat(201), "note", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(section.send(path + "/consult", "version", "2", "hash", "x", "date", "明日")
                        .getStatus())
                .isEqualTo(422);
        assertThat(section.open("/procedures/new?from=" + number).getStatus()).isEqualTo(200);
        for (var missing : List.of("/procedures/999999", "/procedures/new?kind=ELSE", "/procedures/new?from=999999")) {
            assertThat(section.open(missing).getStatus()).as(missing).isEqualTo(404);
        }
        assertThat(section.send(path + "/jump", fields(number)).getStatus()).isEqualTo(404);
    }

    @Test
    void whoeverMayNotIsToldWhoMayAndItIsOnTheLedger() throws Exception {
        var code = code();
        long number = proposed(head, fresh(code));
        var officer = signedIn(force.officer(TestForce.HACHI, PostClass.OFFICER));
        assertThat(officer.open("/procedures/" + number).getStatus()).isEqualTo(200);
        assertThat(officer.page()).doesNotContain("協議を終えた", "取り下げる");
        assertThat(officer.send("/procedures/" + number + "/consult", fields(number, "paper", "第1号"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(officer.page()).contains("運用主管課長だけ");
        assertThat(officer.open("/procedures/new").getStatus()).isEqualTo(404);
        assertThat(stage(number)).isEqualTo(Stage.Open.DRAFT);
    }

    @Test
    void whatAProposalWasToChangeStaysReadableWhenItIsOver() throws Exception {
        var code = inForce();
        long done = proposed(head, change(code, "period: P3Y", "period: P5Y"));
        along(done, null);
        long taken = proposed(head, change(code, "period: P3Y", "period: P9Y"));
        var _ = done(move(askers.of(head), taken, Move.WITHDRAW));
        along(proposed(head, change(code, "period: P3Y", "period: P7Y")), null);

        var browser = signedIn(head);
        assertThat(browser.open("/procedures/" + done).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("何が変わるか", "3年", "5年").doesNotMatch(UNTRANSLATED);
        assertThat(browser.open("/procedures/" + taken).getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .as("against the version it was written for, not today's")
                .contains("何が変わるか", "5年", "9年")
                .doesNotContain("7年")
                .doesNotMatch(UNTRANSLATED);
    }

    @Test
    void whatGoldenQuestionsAnswerBeforeAndAfterIsShown() throws Exception {
        var code = inForce();
        long _ = site.questions().byPlate(code, "ナンバーで", "plate=青森 330 さ 12-34", "青森330さ1234");
        long number = proposed(
                head, change(code, "- {field: plate, kinds: [plate, plate-number], colour: colour}\n        ", ""));
        var signed = signedIn(head);
        assertThat(signed.open("/procedures/" + number).getStatus()).isEqualTo(200);
        assertThat(signed.page())
                .contains("変わる（要承認）", "該当あり（ナンバー", "）、見せる項目", "該当なし")
                .doesNotMatch(UNTRANSLATED);
    }

    private String[] answered(long number, String... more) {
        var fields = new ArrayList<>(List.of(fields(number, "paper", "情管第3号", "note", "")));
        fields.addAll(List.of(more));
        for (var item : Finding.Manual.values()) {
            fields.addAll(List.of("answered", item.name()));
        }
        return fields.toArray(String[]::new);
    }
}
