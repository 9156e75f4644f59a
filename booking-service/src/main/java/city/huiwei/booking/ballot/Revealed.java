package city.huiwei.booking.ballot;

/**
 * What nobody could know when the list was frozen.
 *
 * @param officeSeed the 32 bytes committed to
 * @param witnessDigits as thrown in public: digits, blanks between them
 */
public record Revealed(Bytes officeSeed, String witnessDigits, Beacon beacon) {}
