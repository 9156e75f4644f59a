/** What drives the city, the yardstick and the comparator, one step at a time. */
@NullMarked
package city.huiwei.ops.bench.load;

import org.jspecify.annotations.NullMarked;
