/** Who is to be admitted, who lives there, and what is to be done next. */
@NullMarked
package city.huiwei.console.residence;

import org.jspecify.annotations.NullMarked;
