/** What the services say to inventory-service: one interface and its records, nothing else. */
@NullMarked
package city.huiwei.inventory.contract;

import org.jspecify.annotations.NullMarked;
