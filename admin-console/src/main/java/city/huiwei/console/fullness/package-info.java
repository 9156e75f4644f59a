/** How full places are, were and will be, from the city down to a floor. */
@NullMarked
package city.huiwei.console.fullness;

import org.jspecify.annotations.NullMarked;
