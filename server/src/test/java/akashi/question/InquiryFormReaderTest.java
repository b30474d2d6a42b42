package akashi.question;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.SignedInTest;
import akashi.TestForce;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@SignedInTest
class InquiryFormReaderTest {
    private final InquiryFormReader reader;
    private final TestForce force;

    InquiryFormReaderTest(InquiryFormReader reader, Organization organization) {
        this.reader = reader;
        this.force = new TestForce(organization);
    }

    @Test
    void aPlateIsUnderstoodInAnyWriting() {
        for (var typed : List.of("青森330さ1234", "ｱｵﾓﾘ 330 サ 12-34", " 青森　３３０ さ １２－３４ ")) {
            assertThat(read("plate", typed)).as(typed).isInstanceOfSatisfying(Reading.Understood.class, read -> {
                var key = read.inquiry().keys().getFirst();
                assertThat(key.display()).isEqualTo("青森 330 さ 12-34");
                assertThat(key.typed()).isEqualTo(typed.strip());
            });
        }
    }

    @Test
    void everyKindOfKeyIsRead() {
        assertThat(keys("chassis", "ZVW30-1234567")).containsExactly(AskedKey.Type.CHASSIS);
        assertThat(keys("kind", "person", "name", "髙橋 太郎", "licence", "302612345670"))
                .containsExactlyInAnyOrder(AskedKey.Type.PERSON, AskedKey.Type.LICENCE);
        assertThat(keys("kind", "person", "residenceCard", "AB12345678CD"))
                .containsExactly(AskedKey.Type.RESIDENCE_CARD);
        assertThat(keys("kind", "bicycle", "bicycle", "青森 A-12345", "serial", "G6A12345"))
                .containsExactlyInAnyOrder(AskedKey.Type.BICYCLE, AskedKey.Type.SERIAL);
        assertThat(keys("kind", "article", "serial", "SN-0042")).containsExactly(AskedKey.Type.SERIAL);
        assertThat(keys("kind", "phone", "phone", "0178-12-3456")).containsExactly(AskedKey.Type.PHONE);
    }

    @Test
    void everythingWrongIsFoundInOnePass() {
        assertThat(faults(
                        "plate",
                        "青森",
                        "chassis",
                        "--",
                        "purpose",
                        "",
                        "caseReference",
                        "1\u202E2",
                        "operation",
                        "no-such"))
                .containsExactly("plate", "chassis", "operation", "purpose", "caseReference");
    }

    @Test
    void impossibleDatesAreRefused() {
        for (var date : List.of("令和7年2月30日", "昭和64年1月8日", "2199-01-01", "きのう")) {
            assertThat(faults("kind", "person", "name", "山田 太郎", "birth", date))
                    .as(date)
                    .containsExactly("birth");
        }
    }

    @Test
    void aBirthDateAloneIsNoQuestion() {
        assertThat(faults("kind", "person", "birth", "1988-04-12")).containsExactly("name");
    }

    @Test
    void namesOutOfAllMeasureAreRefusedWithoutHarm() {
        assertThat(faults("kind", "person", "name", "龍".repeat(65_536))).containsExactly("name");
        assertThat(faults("kind", "person", "name", "\uD800")).containsExactly("name");
        assertThat(faults("note", "x".repeat(401), "plate", "青森 330 さ 1")).containsExactly("note");
    }

    @Test
    void anOperationWithoutSuchKeysIsRefused() {
        assertThat(faults("plate", "青森 330 さ 1", "operation", "bicycle")).containsExactly("operation");
    }

    @Test
    void aRequesterIsKnownOrHasACallSign() {
        var officer = force.officer(TestForce.HIRO, PostClass.OFFICER).staffNumber();

        assertThat(faults("plate", "青森 330 さ 1", "requesterStaffNumber", "no-one"))
                .containsExactly("requesterStaffNumber");
        assertThat(faults("plate", "青森 330 さ 1", "requesterChannel", "RADIO")).containsExactly("requesterStaffNumber");
        assertThat(faults("plate", "青森 330 さ 1", "requesterStaffNumber", officer, "requesterChannel", "PHONE"))
                .containsExactly("requesterCalledBack");
        assertThat(read("plate", "青森 330 さ 1", "requesterCallSign", "弘前32", "requesterChannel", "RADIO"))
                .isInstanceOf(Reading.Understood.class);
        assertThat(read(
                        "plate",
                        "青森 330 さ 1",
                        "requesterStaffNumber",
                        officer,
                        "requesterChannel",
                        "PHONE",
                        "requesterCalledBack",
                        "true"))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        read -> assertThat(read.inquiry().requester())
                                .isNotNull()
                                .extracting(Requester::unit)
                                .isEqualTo(TestForce.HIRO));
    }

    private List<AskedKey.Type> keys(String... fields) {
        var reading = read(fields);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading)
                .inquiry().keys().stream().map(AskedKey::type).toList();
    }

    private List<String> faults(String... fields) {
        var reading = read(fields);
        assertThat(reading).isInstanceOf(Reading.Misread.class);
        return ((Reading.Misread) reading)
                .faults().stream().map(Reading.InputFault::field).toList();
    }

    private Reading read(String... fields) {
        var all = new TreeMap<String, List<String>>();
        all.put("purpose", List.of("stop-and-question"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], List.of(fields[i + 1]));
        }
        return reader.read(new InquiryForm(all));
    }
}
