package city.huiwei.booking.estimate;

/**
 * How what was told compares with what came true; {@code within} is to be four fifths of {@code
 * due}.
 *
 * @param told intervals that somebody was told
 * @param due those that are over, of people who did not give up
 * @param earlier had an offer before the interval began
 * @param later had none, or one after its end
 */
public record Calibration(
    String programme, long told, long due, long earlier, long within, long later) {}
