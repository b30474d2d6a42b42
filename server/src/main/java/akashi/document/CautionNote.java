package akashi.document;

import java.time.LocalDate;

/**
 * A caution (注意情報) on one document: shown with the first answer, before any content.
 *
 * @param code the definition's caution
 * @param source who says so
 * @param noted when it was noted; old cautions are shown as old
 */
public record CautionNote(String code, String source, LocalDate noted) {}
