package city.huiwei.booking.contract;

/** Something to choose, in the reader's language. */
public record Choice(String code, String words) {}
