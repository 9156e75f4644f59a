package city.huiwei.ops.bench.comparator;

/**
 * What a person asks for.
 *
 * @param from first night, as a number; {@code to} the night after the last
 */
record Wish(int pool, long person, int from, int to) {

  int nights() {
    return to - from;
  }
}
