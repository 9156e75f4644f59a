/**
 * How stock comes in: a file is spooled, read, checked against what is there, and taken over whole.
 */
@NullMarked
package city.huiwei.inventory.intake;

import org.jspecify.annotations.NullMarked;
