/** The city that is measured: its own data, people and processes. */
@NullMarked
package city.huiwei.ops.bench.city;

import org.jspecify.annotations.NullMarked;
