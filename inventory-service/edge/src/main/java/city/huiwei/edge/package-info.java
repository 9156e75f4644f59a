/**
 * What every service does at its door: who is asking, "no" as problem JSON, tokens, registration.
 */
@NullMarked
package city.huiwei.edge;

import org.jspecify.annotations.NullMarked;
