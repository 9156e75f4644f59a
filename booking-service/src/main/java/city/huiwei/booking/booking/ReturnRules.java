package city.huiwei.booking.booking;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How nights of a batch come back; the source is in {@code rules/batches.yaml}.
 *
 * @param openingHours what is given back opens at a random moment within so many hours
 */
@ConfigurationProperties("huiwei.batches")
record ReturnRules(int openingHours) {}
