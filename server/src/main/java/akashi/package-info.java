/** Akashi（証）: one application, one package per module; imports run downward only (see docs/architecture). */
@NullMarked
package akashi;

import org.jspecify.annotations.NullMarked;
