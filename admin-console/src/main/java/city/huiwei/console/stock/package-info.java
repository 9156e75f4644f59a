/**
 * A city's stock taken in from files: handing them on to inventory, and showing what came of it.
 */
@NullMarked
package city.huiwei.console.stock;

import org.jspecify.annotations.NullMarked;
