package akashi.organization;

import java.util.UUID;

/** Id of an appointment (任用); never shown. */
public record AppointmentId(UUID value) {}
