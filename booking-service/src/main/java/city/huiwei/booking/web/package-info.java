/** What all pages share: sign-in, security, errors. */
@NullMarked
package city.huiwei.booking.web;

import org.jspecify.annotations.NullMarked;
