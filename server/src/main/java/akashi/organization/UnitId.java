package akashi.organization;

import java.util.UUID;

/** Id of a unit (所属またはその内部の係・交番など); never shown. */
public record UnitId(UUID value) {}
