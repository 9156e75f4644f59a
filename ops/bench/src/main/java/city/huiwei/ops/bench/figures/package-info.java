/** What was measured, and what may be said of it. Plain Java. */
@NullMarked
package city.huiwei.ops.bench.figures;

import org.jspecify.annotations.NullMarked;
