/** Who gets which place when many want the same: families propose, places keep the best. */
@NullMarked
package city.huiwei.booking.matching;

import org.jspecify.annotations.NullMarked;
