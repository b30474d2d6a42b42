/**
 * Time as the police count it: eras (元号), the fiscal year (年度, from 1 April), office days (開庁日) and closed days (閉庁日),
 * months of civil law (応当日), and ids that sort by time.
 *
 * <p>Pure: no state but the last id, no I/O. Sources: 元号法 and the orders naming each era; 国民の祝日に関する法律 (昭和23年法律第178号)
 * with its amendments and the special acts for 2019, 2020 and 2021; 地方自治法第4条の2 (休日: 12月29日–1月3日); 民法第138条–第143条. Time
 * zone is Asia/Tokyo.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package akashi.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
