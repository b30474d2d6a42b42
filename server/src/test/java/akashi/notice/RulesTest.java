package akashi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.operation.OperationCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The life of a rule: written, approved, read, ending, under strict control. */
class RulesTest extends RuleTesting {
    RulesTest(Site site) {
        super(site);
    }

    @Test
    void oneWritesAnotherApprovesAndThoseConcernedSayTheyKnow() throws Exception {
        var author = signedIn(staffOf("H201"));
        var head = signedIn(part("SECTION_HEAD_COMMUNITY"));
        assertThat(author.open("/rules/new?operation=bicycle").getStatus()).isEqualTo(200);
        var path = draft(author, "要領その1", Map.of("s-purpose", "目的だけ"));
        assertThat(keys("SECTION_HEAD_COMMUNITY")).contains("rule/approve/" + number(path));
        assertThat(rules.inForce(BICYCLE).map(Rules.InForce::id)).isNotEqualTo(Optional.of(number(path)));

        assertThat(head.open(path).getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("必要な章がそろっていません", "運用時間", "承認する");
        assertThat(head.send(path + "/approve", "version", "1").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("章がそろっていないため承認できません");

        assertThat(author.open(path + "/edit").getStatus()).isEqualTo(200);
        assertThat(author.send(path + "/edit", "operation", "bicycle", "version", "1", "fill", "1", "whole", WHOLE)
                        .getStatus())
                .isEqualTo(200);
        assertThat(author.page()).contains("照会センターを経由する。</textarea>", "10年</textarea>");
        assertThat(send(author, path + "/edit", "要領その1", sections(), "version", "1")
                        .getHeader("Location"))
                .isEqualTo(path);
        assertThat(author.send(path + "/approve", "version", "2").getStatus()).isEqualTo(404);
        assertThat(head.send(path + "/approve", "version", "1").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("ほかの人が先に変えました");
        assertThat(head.send(path + "/approve", "version", "2").getHeader("Location"))
                .isEqualTo(path);
        assertThat(keys("SECTION_HEAD_COMMUNITY")).doesNotContain("rule/approve/" + number(path));

        var inForce = rules.inForce(BICYCLE).orElseThrow();
        assertThat(inForce.title()).isEqualTo("要領その1");
        assertThat(rules.inForce(BICYCLE, LocalDate.EPOCH)).isEmpty();
        assertThat(uses("RULE_APPROVE", "\"rule\":\"" + number(path) + "\"")).isEqualTo(1);
        assertThat(uses("RULE_APPROVE", inForce.mark())).isPositive();

        var officer = signedIn(part("PATROL_OFFICER"));
        var _ = officer.open("/tasks");
        assertThat(officer.page()).contains("自転車", "読んで、確認を記録してください", "href=\"" + path + "\"");
        assertThat(officer.open(path).getStatus()).isEqualTo(200);
        assertThat(officer.page()).contains("第1", "照会センターを経由する。").doesNotContain("所属ごとの周知", "[notice.");
        assertThat(officer.send(path + "/acknowledge").getHeader("Location")).isEqualTo(path);
        var _ = officer.open(path);
        assertThat(officer.page()).contains("確認しています").doesNotContain("内容を確認した</button>");
        assertThat(officer.send(path + "/acknowledge").getHeader("Location")).isEqualTo(path);
        assertThat(uses("RULE_READ", "\"rule\":\"" + number(path) + "\"")).isEqualTo(1);

        var _ = head.open(path);
        assertThat(head.page()).contains("所属ごとの周知", "八戸警察署", "のうち 1人 が確認しました");
        var _ = head.open("/rules?operation=bicycle");
        assertThat(head.page()).contains("要領その1", "実施中", "%（1/").doesNotContain("[notice.");
        assertThat(head.open("/rules.csv").getContentAsString()).contains("要領その1");
        var _ = head.send("/language", "language", "en", "target", "/rules");
        for (var page : List.of("/rules", path, "/guidance", "/rules/new?operation=bicycle")) {
            assertThat(head.open(page).getStatus()).isEqualTo(200);
            assertThat(head.page()).doesNotContain("[notice.");
        }
    }

    @Test
    void whoeverWroteOnItNeverApprovesIt() throws Exception {
        var head = signedIn(part("SECTION_HEAD_COMMUNITY"));
        var _ = head.open("/rules/new?operation=bicycle");
        var path = draft(head, "自分の案", sections());
        assertThat(head.send(path + "/approve", "version", "1").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("案を書いた人は承認できません");
        var rule = register.shelf().one(number(path)).orElseThrow();
        assertThatThrownBy(() -> jdbc.sql("""
                        update notice_rule set state = 'APPROVED', approved_by = authors[1], approved_at = now()
                         where id = :id
                        """).param("id", rule.id()).update()).isInstanceOf(DataAccessException.class);
        assertThat(head.send(path + "/withdraw").getHeader("Location")).isEqualTo(path);
        assertThat(head.send(path + "/withdraw").getStatus()).isEqualTo(422);

        var general = signedIn(part("SYSTEM_GENERAL_MANAGER"));
        var _ = head.open("/rules/new?operation=bicycle");
        var other = draft(head, "ほかの人が承認する案", sections());
        var _ = general.open(other);
        assertThat(general.send(other + "/approve", "version", "1").getHeader("Location"))
                .isEqualTo(other);
        assertThatThrownBy(() -> jdbc.sql("update notice_rule_section set body = 'x' where rule = :id")
                        .param("id", number(other))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update notice_rule set number = 'x' where id = :id")
                        .param("id", number(other))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(head.open(other + "/edit").getStatus()).isEqualTo(422);
    }

    @Test
    void theEndIsToldBeforehandAndANextEditionSettlesIt() throws Exception {
        var author = staffOf("H201");
        var writes = signedIn(author);
        var first = approved(writes, "満了する版", today().plusDays(30));
        rules.watch();
        rules.watch();
        assertThat(keys("SECTION_HEAD_COMMUNITY")).containsOnlyOnce("rule/ends/" + number(first));

        clock.move(Duration.ofDays(31));
        assertThat(rules.inForce(BICYCLE)).isEmpty();
        rules.watch();
        assertThat(keys("SECTION_HEAD_COMMUNITY")).contains("rule/expired/" + number(first));

        var next = approved(signedIn(author), "次の版", null);
        rules.watch();
        assertThat(keys("SECTION_HEAD_COMMUNITY"))
                .doesNotContain("rule/ends/" + number(first), "rule/expired/" + number(first));
        assertThat(rules.inForce(BICYCLE)).map(Rules.InForce::id).contains(number(next));
        var reader = signedIn(part("BOX_OFFICER"));
        var _ = reader.open(next);
        assertThat(reader.page()).contains("満了する版", "旧版");
        assertThat(reader.open(first).getStatus()).isEqualTo(200);
    }

    @Test
    void aManualUnderStrictControlIsOpenedOnTheRecordByThoseItConcerns() throws Exception {
        var author = signedIn(staffOf("H301"));
        var _ = author.open("/rules/new?operation=wanted");
        var path = draft(author, "取扱説明書", Map.of("s-inquiry", "端末の扱い方"), "operation", "wanted", "strict", "on");
        var head = signedIn(part("SECTION_HEAD_CRIMINAL"));
        var _ = head.open(path);
        assertThat(head.page()).doesNotContain("必要な章がそろっていません");
        assertThat(head.send(path + "/approve", "version", "1").getHeader("Location"))
                .isEqualTo(path);

        assertThat(rules.inForce(new OperationCode("wanted"))).isEmpty();
        var officer = signedIn(part("DETECTIVE"));
        assertThat(officer.open(path).getStatus()).isEqualTo(200);
        assertThat(officer.page()).contains("厳重に管理する取扱説明書");
        assertThat(signedIn(part("PART_TIME_ADVISER")).open(path).getStatus()).isEqualTo(404);
        var stranger = signedIn(civilian());
        assertThat(stranger.open(path).getStatus()).isEqualTo(404);
        assertThat(uses("RULE_STRICT", "\"rule\":\"" + number(path) + "\"")).isGreaterThanOrEqualTo(3);
        assertThat(uses("RULE_STRICT", "\"permitted\":false")).isGreaterThanOrEqualTo(2);
    }
}
