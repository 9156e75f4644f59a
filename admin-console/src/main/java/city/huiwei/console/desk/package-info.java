/** The front desk: who comes, who leaves, who did not come. */
@NullMarked
package city.huiwei.console.desk;

import org.jspecify.annotations.NullMarked;
