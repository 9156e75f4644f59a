/** Units by nights: who has which, and what staff move, pin and block by hand. */
@NullMarked
package city.huiwei.console.chart;

import org.jspecify.annotations.NullMarked;
