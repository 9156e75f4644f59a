package city.huiwei.inventory.sheet;

import java.util.Map;

/** A file that cannot be read as a table, from a certain place on or at all, and why. */
public final class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why; each has words in both languages. */
  public enum Why {
    /** Neither UTF-8 nor GB18030, in {@code line}. */
    UNREADABLE_BYTES,
    /** In {@code from} up to {@code line}, where it goes over to {@code to}. */
    MIXED_ENCODINGS,
    /** {@code line} is longer than {@code limit} bytes. */
    LINE_TOO_LONG,
    /** A quote is wrong or never closed; the record begins in {@code line}. */
    BROKEN_CSV,
    /** A zip that is no XLSX, or a damaged one. */
    BROKEN_SPREADSHEET,
    /** A spreadsheet of before 2007, or an encrypted one. */
    OLD_SPREADSHEET,
    /** {@code what} of the spreadsheet is more than {@code limit}. */
    SPREADSHEET_TOO_LARGE
  }

  private final Why why;
  private final transient Map<String, Object> facts;

  UnreadableFile(Why why, Map<String, Object> facts) {
    super(why + " " + facts, null, false, false);
    this.why = why;
    this.facts = Map.copyOf(facts);
  }

  public Why why() {
    return why;
  }

  public Map<String, Object> facts() {
    return facts;
  }
}
