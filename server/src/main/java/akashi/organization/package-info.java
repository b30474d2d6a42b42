/**
 * Who belongs where, and on which date: units (所属), posts (職), people, appointments (任用), deputies (代理順位), duty
 * officers outside hours (当直), and which unit serves which.
 *
 * <p>Authority follows the post, not the name (「総務室長をもって充てる」, Directive Article 4), so everything here is
 * effective-dated: a line has its first day and, once known, its end; a change is a new line, a merged unit points to
 * its successor (承継), and the historic name stays. A transfer order (人事異動) with a future date takes effect by itself at
 * 00:00 in Japan. Reading goes through {@link akashi.organization.Roster}, a snapshot in memory; changing through
 * {@link akashi.reorganization.OrganizationImport}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"usage", "calendar", "identity", "web"})
package akashi.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
