/** Thousands of people who ask for the same nights in the same instant. */
@NullMarked
package city.huiwei.ops.bench.rush;

import org.jspecify.annotations.NullMarked;
