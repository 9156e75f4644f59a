/** The usual way, on the same stack, to compare with: a lock and a transaction a request. */
@NullMarked
package city.huiwei.ops.bench.comparator;

import org.jspecify.annotations.NullMarked;
