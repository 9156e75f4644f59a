/** A sample mail server and gateway for short messages that keep what they are given to be read. */
@NullMarked
package city.huiwei.ops.inbox;

import org.jspecify.annotations.NullMarked;
