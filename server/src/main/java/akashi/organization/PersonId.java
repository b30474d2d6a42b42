package akashi.organization;

import java.util.UUID;

/** Id of a person (職員); never shown. */
public record PersonId(UUID value) {}
