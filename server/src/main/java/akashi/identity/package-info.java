/**
 * How people, plates, articles and dates are written, and how they are made comparable: parsers that refuse what they
 * do not understand and say how to mend it (they never guess), and the versioned normalising behind every search key,
 * by the named rules of {@code writing}. 氏名 (PersonName), 生年月日 (PartialDate), 自動車登録番号 (Plate), 車台番号・物品番号・防犯登録番号
 * (Serial), 運転免許証番号 (LicenceNumber), 在留カード番号 (ResidenceCardNumber), 電話番号 (Phone). What was written is always kept; keys
 * are only for finding. The Directive obliges whoever enters or asks to be exact (入力資料・照会); sources of single rules
 * stand at the rules. Pure Java, no database, no state; every cost is bounded by the length limits of
 * {@link akashi.identity.PersonName} and the parsers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"writing", "calendar"})
package akashi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
