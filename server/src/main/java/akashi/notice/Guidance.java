package akashi.notice;

import akashi.operation.OperationCode;
import java.time.LocalDate;

/**
 * Guidance (指導) the managing section gave a unit in carrying out its operation.
 *
 * @param unit code of the unit
 * @param request what the unit is asked to do, empty where nothing
 * @param by staff number of whoever gave it
 */
record Guidance(
        long id,
        OperationCode operation,
        String unit,
        LocalDate on,
        Way way,
        String matter,
        String request,
        String by) {
    enum Way {
        /** 巡回. */
        VISIT,
        /** 電話. */
        PHONE,
        /** 文書. */
        PAPER,
        /** 講習. */
        COURSE
    }
}
