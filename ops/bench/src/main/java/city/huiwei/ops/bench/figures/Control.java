package city.huiwei.ops.bench.figures;

/**
 * The yardstick at the beginning and at the end of a run. Machines drift; when this one moved by
 * half, nothing that was measured in between can be compared.
 *
 * @param first what it reached in a second in the first round, {@code last} after the last
 */
public record Control(String name, double first, double last) {

  private static final double LEAST = 0.67;
  private static final double MOST = 1.5;

  public double moved() {
    return last / first;
  }

  public boolean isVoid() {
    // Not "less or greater": a control that measured nothing must not pass.
    return !(moved() >= LEAST && moved() <= MOST);
  }

  @Override
  public String toString() {
    return Text.of(
        "%s: first %,.0f/s, last %,.0f/s, moved to %.2f%s",
        name, first, last, moved(), isVoid() ? ": VOID" : "");
  }
}
