package city.huiwei.booking.ballot;

import org.jspecify.annotations.Nullable;

/**
 * What everyone knew of a draw before its secrets were shown.
 *
 * @param root of the frozen list, absent while it is not frozen
 * @param round the beacon's round it waits for
 * @param drawn whether this draw has a result already
 */
public record Announced(
    String drawId, Bytes commitment, @Nullable Bytes root, Round round, boolean drawn) {}
