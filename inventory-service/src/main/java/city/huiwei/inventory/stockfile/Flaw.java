package city.huiwei.inventory.stockfile;

/** What can be wrong with a row or a column; each has words in both languages. */
public enum Flaw {
  /** There is no header, or nothing below it. */
  EMPTY_FILE,
  MISSING_COLUMN,
  UNKNOWN_COLUMN,
  DOUBLED_COLUMN,
  WRONG_COLUMN_COUNT,
  REQUIRED,
  TOO_LONG,
  UNPRINTABLE,
  FORMULA,
  DATE_CELL,
  MALFORMED_CODE,
  MALFORMED_LEVELS,
  LEVELS_REVERSED,
  NOT_A_NUMBER,
  NOT_WHOLE,
  TOO_MANY_DECIMALS,
  OUT_OF_RANGE,
  UNKNOWN_VALUE,
  AGES_REVERSED,
  AGES_OUTSIDE_CLASS_TYPE,
  TOO_MANY_PLACES,
  DUPLICATE_CODE,
  UNKNOWN_SITE,
  UNKNOWN_OPERATOR,
  /** The site, or the operator, belongs to another programme. */
  OTHER_PROGRAMME,
  /** The row is about another operator's stock than the asker's. */
  FOREIGN_OPERATOR,
  /** A unit of that code is at another site. */
  UNIT_ELSEWHERE,
  /** The unit has live holds and would move to another pool. */
  UNIT_HELD,
  /** The programme cannot change while there is stock under it. */
  PROGRAMME_IN_USE
}
