package akashi.access;

import akashi.organization.AppointmentId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The individual grants and stops that are not over, by appointment. Immutable. */
record Grants(List<Grant> all, Map<AppointmentId, List<Grant>> byAppointment) {
    static Grants of(List<Grant> all) {
        return new Grants(
                List.copyOf(all),
                Map.copyOf(all.stream()
                        .collect(Collectors.groupingBy(Grant::appointment, Collectors.toUnmodifiableList()))));
    }

    List<Grant> of(AppointmentId appointment) {
        return byAppointment.getOrDefault(appointment, List.of());
    }
}
