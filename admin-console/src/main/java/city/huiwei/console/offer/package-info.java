/** Offers: which wait for an answer, which are about to lapse, which do not go on. */
@NullMarked
package city.huiwei.console.offer;

import org.jspecify.annotations.NullMarked;
