/** A sample OpenID provider for the local city and the tests; never part of a deployment. */
@NullMarked
package city.huiwei.ops.signin;

import org.jspecify.annotations.NullMarked;
