/**
 * How names are written in Japan (表記), and when two writings are the same name: kanji and their official relations,
 * kana, Latin letters, readings of Korean and Chinese names, and the named rules ({@link akashi.writing.Rule}) that
 * make writings comparable, each leaving its trace. Pure functions over texts; what a name, a plate or a number is,
 * stands in {@code identity}. Sources stand at the rules and in {@code characters-LICENCE.md}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package akashi.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
