/** What the tests of every service need. */
@NullMarked
package city.huiwei.edge.testing;

import org.jspecify.annotations.NullMarked;
