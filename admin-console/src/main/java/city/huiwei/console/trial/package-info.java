/** Trials: what a matching would give, before a rule is signed. */
@NullMarked
package city.huiwei.console.trial;

import org.jspecify.annotations.NullMarked;
