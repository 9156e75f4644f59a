/** Applications that look like one party's, side by side. */
@NullMarked
package city.huiwei.console.duplicate;

import org.jspecify.annotations.NullMarked;
