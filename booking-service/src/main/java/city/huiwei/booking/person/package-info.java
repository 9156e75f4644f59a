/**
 * What is known of persons and firms: numbers that prove themselves, and what keeps them sealed.
 */
@NullMarked
package city.huiwei.booking.person;

import org.jspecify.annotations.NullMarked;
