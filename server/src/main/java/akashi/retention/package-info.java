/**
 * What the usage log forgets, and what it must not forget yet: erasing private parts of entries when their retention
 * ends or by order, and holds (保全) that stop it. One person proposes, with a preview; another approves exactly that, by
 * its number; a job carries it out in pieces, each with its entry on the log in the same transaction. The functions of
 * the database enforce all of it, whatever the program does. Sources: the Act on the Protection of Personal
 * Information, Article 66 and 69; 国家公安委員会個人情報管理規則 (to be erased without delay when no longer needed); DOMAIN 11.7 for
 * the grounds of holds.
 */
@NullMarked
@ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {"record", "document", "operation", "organization", "usage", "calendar", "ledger", "web"})
package akashi.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
