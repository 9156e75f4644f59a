/** Trials of reserves: what their order does to a draw, before a rule is signed. */
@NullMarked
package city.huiwei.console.reserve;

import org.jspecify.annotations.NullMarked;
