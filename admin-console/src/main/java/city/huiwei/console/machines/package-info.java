/** Spring Boot Admin under {@code /machines}: who may look, who may register, whose token reads. */
@NullMarked
package city.huiwei.console.machines;

import org.jspecify.annotations.NullMarked;
