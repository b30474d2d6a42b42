package akashi.access;

import akashi.definition.Label;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.CaseRegister;
import akashi.operation.Definition;
import akashi.operation.Eligibility;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Purpose;
import akashi.organization.PostClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operation made by hand, with every kind of purpose, for tests of decisions. */
final class TestOperations {
    static final OperationCode CODE = new OperationCode("test-operation");
    static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");

    private TestOperations() {}

    static OperationVersion always() {
        return version("a", new Definition.Hours(null, null, null), null);
    }

    static OperationVersion officeHours() {
        return version("b", new Definition.Hours(LocalTime.of(8, 30), LocalTime.of(17, 15), null), null);
    }

    static OperationVersion ended() {
        return version("c", new Definition.Hours(null, null, null), Instant.parse("2021-01-01T00:00:00Z"));
    }

    private static OperationVersion version(String hash, Definition.Hours hours, @Nullable Instant until) {
        return new OperationVersion(
                CODE,
                hash.repeat(64),
                definition(hours),
                SINCE,
                until,
                OperationVersion.Ground.DEEMED_PASSED,
                LocalDate.of(2011, 4, 1));
    }

    private static Definition definition(Definition.Hours hours) {
        var label = new Label("試験", "Test");
        var emergency = new CaseRegister("call", label, Pattern.compile("110-\\d{4}-\\d{4}"), "110-0812-0345", null);
        var cases =
                new CaseRegister("case", label, Pattern.compile("C-\\d+"), "C-1", new OperationCode("crime-report"));
        return new Definition(
                CODE,
                label,
                label,
                new Definition.Management(
                        new Definition.Owner(
                                Definition.Owner.Kind.PREFECTURE, Definition.Owner.Standing.REGULAR, null, null),
                        "AT-CRIME",
                        List.of(label),
                        List.of(label),
                        LocalDate.of(2011, 4, 1)),
                new Definition.Service(
                        hours,
                        new Definition.Outage(List.of(label), label, 24),
                        new Definition.HitConfirmation(true, Duration.ofMinutes(10), Duration.ofHours(8))),
                new Definition.Usage(
                        List.of(
                                new Purpose("patrol", label, Purpose.CaseNeed.NONE, List.of()),
                                new Purpose("stop", label, Purpose.CaseNeed.OPTIONAL, List.of(emergency)),
                                new Purpose(
                                        "investigation", label, Purpose.CaseNeed.REQUIRED, List.of(cases, emergency))),
                        List.of(
                                new Eligibility(
                                        Act.EXISTENCE,
                                        Scope.NATION,
                                        Set.of(PostClass.OFFICER, PostClass.BOX_OFFICER, PostClass.DETECTIVE)),
                                new Eligibility(
                                        Act.CONTENT, Scope.PREFECTURE, Set.of(PostClass.OFFICER, PostClass.DETECTIVE)),
                                new Eligibility(
                                        Act.REGISTER,
                                        Scope.OWN_UNIT,
                                        Set.of(PostClass.OFFICER, PostClass.PART_TIME_ADVISER)),
                                new Eligibility(Act.HISTORY, Scope.OWN_UNIT, Set.of(PostClass.DETECTIVE)),
                                new Eligibility(Act.EXISTENCE, Scope.OWN_UNIT, Set.of(PostClass.PART_TIME_ADVISER)),
                                new Eligibility(Act.CONFIRM, Scope.OWN_UNIT, Set.of(PostClass.PART_TIME_ADVISER)),
                                new Eligibility(Act.EXPORT, Scope.PREFECTURE, Set.of(PostClass.SECTION_HEAD))),
                        List.of()),
                List.of());
    }
}
