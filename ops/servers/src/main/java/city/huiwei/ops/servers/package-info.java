/** Real PostgreSQL and Redis as child processes, for the local city and for every test. */
@NullMarked
package city.huiwei.ops.servers;

import org.jspecify.annotations.NullMarked;
