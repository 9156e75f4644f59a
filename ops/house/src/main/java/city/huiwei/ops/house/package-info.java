/**
 * How the code of every service is built, as rules that each service's ArchitectureTest applies.
 */
@NullMarked
package city.huiwei.ops.house;

import org.jspecify.annotations.NullMarked;
