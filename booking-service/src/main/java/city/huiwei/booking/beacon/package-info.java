/** Values that nobody here controls, from public beacons, each with its signature checked. */
@NullMarked
package city.huiwei.booking.beacon;

import org.jspecify.annotations.NullMarked;
