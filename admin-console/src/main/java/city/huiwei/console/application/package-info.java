/** Applications: checking them, and typing in what came on paper or by telephone. */
@NullMarked
package city.huiwei.console.application;

import org.jspecify.annotations.NullMarked;
