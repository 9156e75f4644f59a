/** What is to be done today at an operator's sites. */
@NullMarked
package city.huiwei.console.today;

import org.jspecify.annotations.NullMarked;
