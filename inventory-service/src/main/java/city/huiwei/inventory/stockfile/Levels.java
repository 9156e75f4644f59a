package city.huiwei.inventory.stockfile;

/** Levels of ability that a bed serves, both included, by GB/T 42195-2022. */
record Levels(int from, int to) {

  /** As pools write it: {@code 0-2}. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
