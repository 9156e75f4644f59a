/**
 * How every page of the city looks and speaks: layout, language, large type, words of its parts.
 */
@NullMarked
package city.huiwei.look;

import org.jspecify.annotations.NullMarked;
