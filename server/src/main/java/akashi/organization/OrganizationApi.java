package akashi.organization;

import akashi.calendar.JapaneseDates;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.usage.Door;
import akashi.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisation for other programs. */
@RestController
class OrganizationApi {
    private final Organization organization;
    private final Door door;
    private final Clock clock;

    OrganizationApi(Organization organization, Door door, Clock clock) {
        this.organization = organization;
        this.door = door;
        this.clock = clock;
    }

    record Units(String asOf, List<Entry> units) {}

    /** @param lastDay last day the unit is as stated, null while no end is known */
    record Entry(
            String code,
            String name,
            String nameEn,
            UnitKind kind,
            @Nullable String parent,
            String from,
            @Nullable String lastDay,
            int people,
            String source,
            boolean sample) {}

    /** The units of a date, parents before their children. */
    @GetMapping("/api/v1/organization/units")
    Units units(@RequestParam(defaultValue = "") String asOf, HttpServletRequest request) {
        var entered = door.enter(request, OrganizationPages.VIEW, null);
        var date = date(asOf);
        var roster = organization.roster(date);
        var english = roster.units();
        var rows = new TreeView(roster, Locale.JAPANESE).rows();
        var entries = IntStream.range(0, rows.size())
                .mapToObj(n -> entry(rows.get(n), english.get(n)))
                .toList();
        return door.show(entered.use().stating("date", date.toString()), new Units(date.toString(), entries));
    }

    private static Entry entry(TreePage.UnitRow row, Unit unit) {
        return new Entry(
                row.code(),
                unit.name(),
                unit.nameEn(),
                unit.kind(),
                row.parent().isEmpty() ? null : row.parent(),
                row.span().from().toString(),
                row.span().lastDay().map(Objects::toString).orElse(null),
                row.count(),
                row.source(),
                row.sample());
    }

    private LocalDate date(String text) {
        if (text.isBlank()) {
            return JapaneseDates.dateOf(clock.instant());
        }
        if (PartialDate.parse(text) instanceof Parsed.Good<PartialDate>(PartialDate date) && date.complete()) {
            return date.from();
        }
        throw new ApiProblem(400, "organization-date");
    }
}
