/** What the console asks of inventory beyond their common contract: imports and their reports. */
@NullMarked
package city.huiwei.console.contract;

import org.jspecify.annotations.NullMarked;
