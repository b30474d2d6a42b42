/**
 * What must be made known, to whoever holds the post (周知): tasks and alerts (用件), and the implementation rules (実施要領)
 * of target operations with their acknowledgement and the guidance (指導) given to units.
 *
 * <p>The Directive fills duties by post (充て職, Article 4), so a task is addressed to a post and is seen by whoever holds
 * it today, by its deputies, and outside hours by the duty officers (当直). The managing section lays down how its
 * operation is carried out and guides the units that do (Article 5; DOMAIN 2.2, 5.4). The module stands below the one
 * that decides, so that any module may raise a task; its pages are guarded through {@link akashi.usage.Gate}.
 */
@ApplicationModule(
        displayName = "Tasks and rules",
        allowedDependencies = {"definition", "operation", "organization", "usage", "csv", "calendar", "web"})
@NullMarked
package akashi.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
