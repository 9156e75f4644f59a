/** An operator's draws: which step comes next, what it needs, and how to break one off. */
@NullMarked
package city.huiwei.console.draw;

import org.jspecify.annotations.NullMarked;
