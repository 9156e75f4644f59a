/** Sites and units, put right in place. */
@NullMarked
package city.huiwei.console.edit;

import org.jspecify.annotations.NullMarked;
