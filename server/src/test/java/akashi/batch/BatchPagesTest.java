package akashi.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akashi.TestForce;
import akashi.TestRecords;
import akashi.account.Browser;
import akashi.batch.Batch.State;
import akashi.organization.PostClass;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lists through pages and database: asked for, judged, asked, and everything that is refused. */
class BatchPagesTest extends Listing {
    private static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.-]+.*";
    private static final Pattern ANSWER = Pattern.compile("href=\"(/inquiries/[0-9-]+)\"");

    BatchPagesTest(Site site) {
        super(site);
    }

    @Test
    void aListIsRequestedApprovedAndAskedAndEveryItemIsOnTheLedger() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var asker = askers.of(member);
        var browser = browser(member);
        var stolen = TestRecords.plate();
        var other = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, stolen);
        assertThat(browser.open("/batches/new").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("盗難車両手配", "href=\"/batches\"").doesNotMatch(UNTRANSLATED);

        var sent = browser.send("/batches", form("vehicle", lines(stolen, "", other), "operation", "stolen-vehicle"));

        assertThat(sent.getStatus()).as(browser.page()).isEqualTo(303);
        var path = Objects.requireNonNull(sent.getRedirectedUrl());
        var batch = batch(Long.parseLong(path.substring("/batches/".length())));
        assertThat(batch.items()).isEqualTo(2);
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("承認待ち", stolen).doesNotContain("/approve");

        var head = browser(member(PostClass.STATION_SUPERVISOR));
        site.waiting().count();
        assertThat(head.open("/batches").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("あなたの承認待ち", "class=\"badge\"").doesNotMatch(UNTRANSLATED);
        assertThat(head.open(path).getStatus()).isEqualTo(200);
        assertThat(head.page()).contains(stolen, other, "この名簿を承認する").doesNotMatch(UNTRANSLATED);
        assertThat(approve(head, batch)).isEqualTo(303);

        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(step(browser, batch, "run")).isEqualTo(303);
        await().until(() -> batch(batch.seq()).state() == State.DONE);

        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page())
                .contains("該当あり", "該当なし", "手がかり", "データ時点", "消去されました", stolen)
                .doesNotMatch(UNTRANSLATED);
        assertThat(erased(batch)).isTrue();
        assertThat(entries(asker, batch))
                .hasSize(2)
                .allSatisfy(use -> assertThat(use.authority().operations())
                        .singleElement()
                        .satisfies(asked -> assertThat(asked.ruling()).isNotNull()));
        var answer = ANSWER.matcher(browser.page());
        assertThat(answer.find()).isTrue();
        assertThat(browser.open(answer.group(1)).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("該当あり");
        assertThat(head.open(path).getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("該当あり").doesNotContain("href=\"/inquiries/");
        assertThat(browser.open("/batches").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("照会終了", "2 / 2件");
        assertThat(step(browser, batch, "run")).as("a second time").isEqualTo(422);
    }

    @Test
    void aListOfNamesComesAsAFileInCp932WithColumnsInAnyOrder() throws Exception {
        var _ = records.wanted(
                TestForce.HIRO, Map.of("suspect.written", "名簿 三郎", "birth", "1988-04-12"), LocalDate.of(2099, 1, 1));
        var member = member(PostClass.DETECTIVE);
        var browser = browser(member);
        assertThat(browser.open("/batches/new?kind=person").getStatus()).isEqualTo(200);
        var file = "性別,生年月日,氏名\r\n男,S63.4.12,名簿 三郎\r\n,,乗客 花子\r\n".getBytes(Charset.forName("windows-31j"));

        assertThat(send(browser, "/batches", file, form("person", "", "operation", "wanted")))
                .as(browser.page())
                .isEqualTo(303);

        var batch = newest(member);
        assertThat(site.tables().items().of(batch.seq())).extracting(Item::line).containsExactly(2, 3);
        assertThat(site.batches().approve(askers.of(member(PostClass.UNIT_HEAD)), batch, RULING))
                .isEqualTo(Batches.Step.DONE);
        assertThat(site.run().start(askers.of(member), batch(batch.seq()))).isEqualTo(BatchRun.Started.DONE);
        await().until(() -> batch(batch.seq()).state() == State.DONE);
        assertThat(site.tables().items().of(batch.seq()))
                .extracting(item -> Objects.requireNonNull(item.done()).outcome())
                .containsExactly(Item.Outcome.FOUND, Item.Outcome.NONE);
        assertThat(browser.open("/batches/new?kind=person").getStatus()).isEqualTo(200);
        assertThat(send(browser, "/batches", new byte[] {(byte) 0xFF}, form("person", "", "operation", "wanted")))
                .isEqualTo(422);
        assertThat(browser.page()).contains("CP932");
        assertThat(send(browser, "/batches", file, form("person", "乗客 花子", "operation", "wanted")))
                .isEqualTo(422);
        assertThat(browser.page()).contains("どちらか一つ");
    }

    @Test
    void everyFaultIsNamedByItsLineAndNothingIsStored() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var browser = browser(member);
        var _ = browser.open("/batches/new");
        var list = lines("青森 330 さ 12-34", "青森330", "青森３３０さ１２３４", "青森 330 す 12-34,赤", "");

        assertThat(browser.send("/batches", form("vehicle", list, "operation", "stolen-vehicle"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page())
                .contains("<td class=\"num\" data-label=\"行\">2</td>", "<td class=\"num\" data-label=\"行\">3</td>")
                .contains("1行目と同じです", "項目が多すぎます", "青森330\n")
                .doesNotMatch(UNTRANSLATED);
        assertThat(browser.send("/batches", form("vehicle", "青森 330 さ 12-34")).getStatus())
                .as("without an operation")
                .isEqualTo(422);
        assertThat(browser.page()).contains("業務を一つ以上");
        assertThat(browser.send("/batches", "kind", "vehicle", "list", "\"青森 330", "operation", "stolen-vehicle")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("引用符", "必ず事件などの番号", "照会目的");
        assertThat(browser.send("/batches", form("vehicle", " \n", "operation", "stolen-vehicle"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("名簿が空です");
        assertThat(requests(member)).isZero();
    }

    @Test
    void asManyAreTakenAsTheSettingSaysAndOneMoreIsNot() {
        var head = head("person", "wanted");
        var names = new ArrayList<String>();
        for (int i = 0; i < site.reader().most(); i++) {
            names.add("乗客 " + Character.toString(0x4E00 + i));
        }
        assertThat(site.reader().read(head, String.join("\n", names))).isInstanceOf(WishReader.Read.Good.class);
        names.add("乗客 花子");
        assertThat(site.reader().read(head, String.join("\n", names)))
                .isInstanceOfSatisfying(
                        WishReader.Read.Bad.class,
                        bad -> assertThat(bad.lines()).singleElement().satisfies(fault -> {
                            assertThat(fault.line()).isEqualTo(site.reader().most() + 1);
                            assertThat(fault.fault().messageKey()).isEqualTo("batch.fault.most");
                        }));
    }

    @Test
    void theTableTakesTheLongestListASettingMayAllow() {
        var member = member(PostClass.DETECTIVE);
        var asker = askers.of(member);
        var terms = wish(plates(1)).terms();
        var owner = new Batch.Owner(
                TestForce.HACHI, asker.post().code(), asker.personId().value(), member.staffNumber());
        var now = site.clock().instant();

        long seq = site.tables()
                .batches()
                .insert(terms, owner, "d".repeat(64), 10_000, new Batch.Times(now, now.plus(Batches.STANDS), null));

        assertThat(batch(seq).items()).isEqualTo(10_000);
    }

    @Test
    void aRemarkThatCannotBeStoredIsRefused() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var browser = browser(member);
        var _ = browser.open("/batches/new");
        var fields = form("vehicle", TestRecords.plate(), "operation", "stolen-vehicle");
        fields[7] = "零\u0000字";
        assertThat(browser.send("/batches", fields).getStatus()).isEqualTo(422);
        assertThat(browser.page()).contains("補足に保存できない文字があります").doesNotMatch(UNTRANSLATED);
        assertThat(requests(member)).isZero();
    }

    @Test
    void nobodyApprovesTheOwnRequest() throws Exception {
        var member = member(PostClass.UNIT_HEAD);
        var browser = browser(member);
        var batch = asked(askers.of(member), plates(1));
        assertThat(browser.open("/batches/" + batch.number()).getStatus()).isEqualTo(200);
        assertThat(browser.page()).doesNotContain("/approve");

        assertThat(approve(browser, batch)).isEqualTo(422);
        assertThat(browser.page()).contains("自分の申請は承認できません");
        assertThat(step(browser, batch, "refuse", "reason", "必要がない")).isEqualTo(422);
        assertThat(batch(batch.seq()).state()).isEqualTo(State.WAITING);
        assertThat(step(browser, batch, "run")).isEqualTo(422);
    }

    @Test
    void whoHasNoRightAsksNothingAndSeesNothing() throws Exception {
        var officer = member(PostClass.OFFICER);
        var browser = browser(officer);
        assertThat(browser.open("/batches/new").getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("業務利用権がありません").doesNotContain("href=\"/batches\" aria-current");

        assertThat(browser.send("/batches", form("vehicle", TestRecords.plate(), "operation", "stolen-vehicle"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(browser.page()).contains("業務利用権がありません", "拒否として記録");
        assertThat(requests(officer)).isZero();

        var batch = asked(askers.of(member(PostClass.DETECTIVE)), plates(1));
        assertThat(browser.open("/batches/" + batch.number()).getStatus()).isEqualTo(404);
        assertThat(approve(browser, batch)).isEqualTo(404);
        assertThat(step(browser, batch, "withdraw")).isEqualTo(404);
        assertThat(browser.open("/batches/" + batch.number() + "/edit").getStatus())
                .isEqualTo(404);
        var elsewhere = browser(force.officer(TestForce.HIRO, PostClass.UNIT_HEAD));
        assertThat(elsewhere.open("/batches/" + batch.number()).getStatus()).isEqualTo(404);
        assertThat(approve(elsewhere, batch)).isEqualTo(404);
        assertThat(batch(batch.seq()).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aListIsChangedOnItsPageAndApprovedOnlyAsShown() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var browser = browser(member);
        var batch = approved(askers.of(member), plates(2));
        var path = "/batches/" + batch.number() + "/edit";
        var plate = TestRecords.plate();
        assertThat(browser.open(path).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("承認は無効になります", "checked").doesNotMatch(UNTRANSLATED);

        var fields =
                form("vehicle", plate, "operation", "stolen-vehicle", "version", Integer.toString(batch.version()));
        assertThat(browser.send(path, fields).getStatus()).as(browser.page()).isEqualTo(303);

        assertThat(batch(batch.seq()).state()).isEqualTo(State.WAITING);
        assertThat(browser.send(path, fields).getRedirectedUrl()).isEqualTo("/batches/" + batch.number());
        assertThat(batch(batch.seq()).version()).isEqualTo(batch.version() + 1);
        var head = browser(member(PostClass.UNIT_HEAD));
        assertThat(head.open("/batches/" + batch.number()).getStatus()).isEqualTo(200);
        assertThat(approve(head, batch)).as("the list as it was").isEqualTo(422);
        assertThat(step(head, batch(batch.seq()), "refuse", "reason", "x")).isEqualTo(422);
        assertThat(step(head, batch(batch.seq()), "refuse", "reason", "目的に照らして広すぎる"))
                .isEqualTo(303);
        assertThat(erased(batch)).isTrue();
        assertThat(browser.open("/batches/" + batch.number()).getStatus()).isEqualTo(200);
        assertThat(browser.page()).contains("目的に照らして広すぎる", "名簿は消去されました").doesNotContain(plate);
    }

    @Test
    void whoAskedTakesItBackAndTheListIsErased() throws Exception {
        var member = member(PostClass.DETECTIVE);
        var browser = browser(member);
        var batch = asked(askers.of(member), plates(2));
        var _ = browser.open("/batches/" + batch.number());
        assertThat(step(browser, batch, "withdraw")).isEqualTo(303);
        assertThat(batch(batch.seq()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(erased(batch)).isTrue();
        assertThat(step(browser, batch, "stop")).isEqualTo(303);
        assertThat(batch(batch.seq()).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void nothingTypedReachesMarkupAddressesOrText() throws Exception {
        var browser = browser(member(PostClass.DETECTIVE));
        var _ = browser.open("/batches/new?kind=person");
        var hostile = "<script>alert(1)</script>\"'\u202E";
        var status = browser.send(
                        "/batches", form("person", hostile + "," + hostile, "operation", "wanted", "note", hostile))
                .getStatus();
        assertThat(status).isIn(303, 422);
        assertThat(browser.page()).doesNotContain("<script>alert");
        assertThat(browser.open("/batches/new?kind=phone").getStatus()).isEqualTo(404);
        assertThat(Collections.singletonList(new Batch.Line(1, List.of("見本 太郎"))))
                .asString()
                .doesNotContain("見本");
    }

    private Batch newest(TestForce.Member member) {
        long seq = site.jdbc()
                .sql("select max(seq) from batch_request where staff = :staff")
                .param("staff", member.staffNumber())
                .query((row, _) -> row.getLong(1))
                .single();
        return batch(seq);
    }

    /** Approves what was shown then. */
    private static int approve(Browser browser, Batch shown) throws Exception {
        return post(browser, shown, "approve", "digest", shown.digest());
    }

    /** A step about the request as it is now. */
    private int step(Browser browser, Batch batch, String step, String... more) throws Exception {
        return post(browser, batch(batch.seq()), step, more);
    }

    private static int post(Browser browser, Batch shown, String step, String... more) throws Exception {
        var fields = new ArrayList<>(List.of("version", Integer.toString(shown.version())));
        fields.addAll(List.of(more));
        return browser.send("/batches/" + shown.number() + "/" + step, fields.toArray(String[]::new))
                .getStatus();
    }
}
