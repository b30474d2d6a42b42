package akashi.organization;

import java.time.LocalDate;

/** A unit took over from another (承継) on this day, by merger, division or change of rule. */
public record Succession(UnitId predecessor, UnitId successor, LocalDate since, String source) {}
