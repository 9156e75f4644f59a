package city.huiwei.ops.bench.figures;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows as a Markdown table.
 *
 * @param yardsticks what the ratios of every row are to, in their order; may be empty
 */
public record Table(List<String> yardsticks, List<Row> rows) {

  /** Less CPU for one booking than this, in microseconds, is not worth a word. */
  private static final double HARDLY_ANYTHING = 1;

  public String markdown() {
    var heads =
        line(
            Stream.of(
                    Stream.of("step", "a second", "p50", "p99"),
                    yardsticks.stream().map(yardstick -> "÷ " + yardstick),
                    Stream.of("CPU µs each", "other answers", "resident after"))
                .flatMap(it -> it));
    return heads
        + heads.replaceAll("[^|\n]+", " --- ")
        + rows.stream().map(row -> line(cells(row))).collect(Collectors.joining());
  }

  private static Stream<String> cells(Row row) {
    return Stream.of(
            Stream.of(
                row.name(),
                Text.of("%,.0f", row.perSecond()),
                Latency.text(Math.round(row.p50Micros())),
                Latency.text(Math.round(row.p99Micros()))),
            row.ratios().stream().map(ratio -> Text.of("%.2f", ratio)),
            Stream.of(cpu(row), others(row), row.memory()))
        .flatMap(it -> it);
  }

  /** The sum, and what it is made of. */
  private static String cpu(Row row) {
    var sum = row.cpuMicros().values().stream().mapToDouble(Double::doubleValue).sum();
    var parts =
        row.cpuMicros().entrySet().stream()
            .filter(part -> part.getValue() >= HARDLY_ANYTHING)
            .map(part -> Text.of("%s %,.0f", part.getKey(), part.getValue()))
            .collect(Collectors.joining(" + "));
    return Text.of(parts.isEmpty() ? "%,.0f" : "%,.0f = %s", sum, parts);
  }

  private static String others(Row row) {
    return row.others().entrySet().stream()
        .map(kind -> Text.of("%s: %,d", kind.getKey(), kind.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
