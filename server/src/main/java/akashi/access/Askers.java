package akashi.access;

import akashi.account.Device;
import akashi.account.RequestDevices;
import akashi.account.SignedIn;
import akashi.organization.Appointment;
import akashi.organization.AppointmentKind;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the asker of a request from session, roster and terminal; all in memory. */
@Component
class Askers {
    /** Posts somebody else may act for; who audits acts for nobody. */
    private static final Set<PostClass> HEADS =
            Set.of(PostClass.UNIT_HEAD, PostClass.SECTION_HEAD, PostClass.SYSTEM_GENERAL_MANAGER);

    private final Organization organization;
    private final RequestDevices devices;

    Askers(Organization organization, RequestDevices devices) {
        this.organization = organization;
        this.devices = devices;
    }

    /** The asker; empty without a session, a terminal or a post held today. */
    Optional<Asker> of(HttpServletRequest request) {
        return SignedIn.current()
                .flatMap(signedIn -> devices.of(request).flatMap(device -> asker(signedIn, device, channel(request))));
    }

    private Optional<Asker> asker(SignedIn signedIn, Device device, String channel) {
        var roster = organization.roster();
        var offices = roster.appointmentsOf(signedIn.person()).stream()
                .sorted((a, b) -> Boolean.compare(principal(b), principal(a)))
                .flatMap(held -> office(held, roster).stream())
                .toList();
        return offices.isEmpty()
                ? Optional.empty()
                : roster.person(signedIn.person())
                        .filter(person -> person.duty().mayAct())
                        .map(person -> new Asker(
                                signedIn,
                                person,
                                offices.getFirst(),
                                rest(offices),
                                standing(offices, signedIn.person(), roster),
                                device,
                                channel));
    }

    private static List<Asker.Office> standing(List<Asker.Office> offices, PersonId person, Roster roster) {
        var audits = offices.stream().anyMatch(held -> held.post().postClass() == PostClass.AUDITOR);
        return audits
                ? List.of()
                : roster.standingIn(person).stream()
                        .filter(post -> HEADS.contains(post.postClass()))
                        .flatMap(post -> roster.unit(post.unit()).stream()
                                .map(unit -> new Asker.Office(offices.getFirst().appointment(), post, unit)))
                        .toList();
    }

    private static Optional<Asker.Office> office(Appointment held, Roster roster) {
        return roster.post(held.post())
                .flatMap(post -> roster.unit(held.unit()).map(unit -> new Asker.Office(held, post, unit)));
    }

    private static boolean principal(Appointment held) {
        return held.kind() == AppointmentKind.PRINCIPAL;
    }

    private static List<Asker.Office> rest(List<Asker.Office> offices) {
        return offices.subList(1, offices.size());
    }

    private static String channel(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/") ? "api" : "page";
    }
}
