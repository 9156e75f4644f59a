/** The console of those who run the city's places: figures, stock, front desk, machines. */
@NullMarked
package city.huiwei.console;

import org.jspecify.annotations.NullMarked;
