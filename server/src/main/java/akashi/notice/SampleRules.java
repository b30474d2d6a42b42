package akashi.notice;

import akashi.calendar.JapaneseDates;
import akashi.operation.Definition;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Implementation rules of the sample prefecture (見本), for demonstration only: three operations, one whose rule ends
 * soon, one draft that waits, and one manual under strict control.
 */
@Component
public class SampleRules {
    private final Rules rules;
    private final RuleRegister register;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;

    SampleRules(Rules rules, RuleRegister register, Operations operations, Organization organization, Clock clock) {
        this.rules = rules;
        this.register = register;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    /** Loads them if there is no rule yet. */
    public void load(Actor by) {
        if (!register.shelf().rules().isEmpty()) {
            return;
        }
        var today = JapaneseDates.dateOf(clock.instant());
        add("stolen-vehicle", "第101号", today.minusYears(2), today.plusYears(3), false, true, by);
        add("wanted", "第102号", today.minusYears(1), today.plusYears(4), false, true, by);
        add("bicycle", "第87号", today.minusYears(5).plusDays(40), today.plusDays(39), false, true, by);
        add("wanted", "第103号", today.minusMonths(6), null, true, true, by);
        add("crime-report", "第121号", today, today.plusYears(5), false, false, by);
    }

    private void add(
            String code,
            String number,
            LocalDate dated,
            @Nullable LocalDate until,
            boolean manual,
            boolean approve,
            Actor by) {
        var operation = new OperationCode(code);
        var version = operations.byCode(operation);
        var section = rules.section(operation);
        if (version.isEmpty() || section.isEmpty()) {
            return;
        }
        var roster = organization.roster();
        var staff = roster.postsOf(section.get()).stream()
                .flatMap(post -> roster.holdersOf(post.id()).stream())
                .flatMap(held -> roster.person(held.person()).stream())
                .map(person -> person.staffNumber())
                .distinct()
                .toList();
        if (staff.size() < 2) {
            return;
        }
        var name = version.get().definition().name().ja();
        var paper = new Rule.Paper(
                "達（情）" + number,
                manual ? name + "業務 端末操作取扱説明書（見本）" : name + "業務実施要領（見本）",
                dated,
                dated.plusYears(10),
                dated,
                until,
                manual);
        var text = manual
                ? new RuleText(Map.of("inquiry", "この取扱説明書は見本です。\n該当の画面は、対象者や第三者から見えないように置く。\n確認が済むまで、回答を根拠に身柄を拘束しない。"))
                : text(version.get().definition());
        long id = rules.draft(operation, paper, text, Use.of("RULE_DRAFT", by), staff.getLast());
        if (approve) {
            var rule = register.shelf().one(id).orElseThrow();
            var _ = rules.approve(rule, Use.of(RulePages.APPROVE, by), staff.getFirst());
        }
    }

    /** What the definition says, put as a rule would. */
    private static RuleText text(Definition definition) {
        var name = definition.name().ja();
        var sections = new HashMap<String, String>();
        sections.put(
                "purpose",
                "この要領は、" + name + "業務を適正かつ円滑に実施するため、必要な事項を定める。\n"
                        + definition.summary().ja());
        sections.put(
                "basis",
                definition.management().basis().stream()
                        .map(label -> label.ja())
                        .collect(Collectors.joining("\n")));
        sections.put("terms", "この要領で用いる用語は、警察情報管理システムの運営に関する訓令の例による。");
        sections.put("structure", "電子計算機、通信回線、端末装置及びプログラムをもって構成する。");
        sections.put("organization", "運用主管課長が業務を総括する。所属長を運用責任者、所属長の指名する者を運用担当者とする。");
        var hours = definition.service().hours();
        sections.put("hours", hours.always() ? "24時間とする。" : hours.from() + "から" + hours.to() + "までとする。");
        sections.put("access", "利用できる者の区分及び範囲は、業務定義の業務利用権の表による。照会は、職務の目的のためだけに行う。");
        sections.put(
                "items",
                definition.documents().stream()
                        .map(document -> document.name().ja())
                        .collect(Collectors.joining("、", "登録する原票は、", "とする。")));
        sections.put("registration", "登録、変更及び抹消は速やかに行い、登録した者以外の者が確認する。");
        sections.put("inquiry", "照会するときは、照会目的及び番号を入力する。該当は手がかりであり、登録署に確認する。取扱いの後は結果を入力する。");
        sections.put("output", "出力資料は台帳に登載し、用済み後は細断する。庁外へ持ち出さない。");
        sections.put("retention", "データの保存期間は、業務定義の定めによる。");
        sections.put(
                "outage",
                definition.service().outage().measures().stream()
                        .map(label -> label.ja())
                        .collect(Collectors.joining("\n")));
        sections.put("training", "運用主管課長は、従事する職員に年1回以上の教養を行う。");
        sections.put("forms", definition.service().outage().paperForm().ja());
        return new RuleText(sections);
    }
}
