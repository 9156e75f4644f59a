package city.huiwei.inventory.seating;

import java.util.UUID;

/** A stay that has not begun gets another unit, so that somebody else fits. */
public record Move(UUID stay, String from, String to) {}
