package akashi.reorganization;

import akashi.organization.AppointmentKind;
import akashi.organization.DutyState;
import akashi.organization.Employment;
import akashi.organization.PostClass;
import akashi.organization.Rank;
import akashi.organization.Span;
import akashi.organization.UnitKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line to be put into the organisation, typed, its references still codes. */
public sealed interface Line {
    /** Where it stands in what was brought, for faults. */
    Place at();

    /** {@code serves} holds codes, or {@link #EVERYBODY}. */
    record UnitLine(
            Place at,
            String code,
            String name,
            String nameEn,
            UnitKind kind,
            @Nullable String parent,
            int position,
            List<String> predecessors,
            List<String> serves,
            String source,
            boolean sample,
            Span span)
            implements Line {}

    /** {@code deputies} in their order; null leaves them as they are. */
    record PostLine(
            Place at,
            String code,
            String unit,
            String title,
            String titleEn,
            PostClass postClass,
            int seats,
            @Nullable List<String> deputies,
            boolean sample,
            Span span)
            implements Line {}

    record PersonLine(
            Place at,
            String staffNumber,
            String name,
            String kana,
            String romaji,
            Rank rank,
            Employment employment,
            DutyState duty,
            boolean sample,
            Span span)
            implements Line {}

    record AppointmentLine(Place at, String staffNumber, String post, AppointmentKind kind, String document, Span span)
            implements Line {}

    record DutyLine(Place at, String unit, String staffNumber, boolean chief, Instant starts, Instant ends)
            implements Line {}

    /**
     * One person's line of a transfer order; {@link Orders} says it in the other kinds.
     *
     * @param post null where the order is about no post
     * @param rank the rank from then on, null where it stays
     * @param correction whether the day may lie in the past
     */
    record OrderLine(
            Place at,
            String staffNumber,
            Order order,
            @Nullable String post,
            @Nullable Rank rank,
            String document,
            LocalDate from,
            boolean correction)
            implements Line {}

    /** 全所属: serves every unit. */
    String EVERYBODY = "全所属";
}
