/** How full each site is, night by night, as it changes. */
@NullMarked
package city.huiwei.console.occupancy;

import org.jspecify.annotations.NullMarked;
