/** The local city: every program and server of it, started, watched and stopped as one. */
@NullMarked
package city.huiwei.ops.launcher;

import org.jspecify.annotations.NullMarked;
