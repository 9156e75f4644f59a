/** The bench: what the city takes beside what PostgreSQL alone could take, in one run. */
@NullMarked
package city.huiwei.ops.bench;

import org.jspecify.annotations.NullMarked;
