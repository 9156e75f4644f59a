package city.huiwei.inventory.contract;

import java.time.Instant;

/** When an operator last said that what stands here of a site is so. */
public record SiteReport(String site, Instant reportedAt) {}
