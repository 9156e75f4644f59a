/** Appeals and requests: whose work they are, until when, and the answers. */
@NullMarked
package city.huiwei.console.appeal;

import org.jspecify.annotations.NullMarked;
