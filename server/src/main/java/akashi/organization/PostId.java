package akashi.organization;

import java.util.UUID;

/** Id of a post (職); never shown. */
public record PostId(UUID value) {}
