/** Signing in, who may open which part, the frame of every page, and the way to the services. */
@NullMarked
package city.huiwei.console.web;

import org.jspecify.annotations.NullMarked;
