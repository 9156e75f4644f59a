package city.huiwei.console.fullness;

import city.huiwei.inventory.contract.OccupancyFigures.Line;
import city.huiwei.inventory.contract.OccupancyFigures.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of figures as the page shows it. */
record Fill(
    String key,
    @Nullable String name,
    int units,
    BigDecimal squareMetres,
    BigDecimal squareMetresTaken,
    long takenTonight,
    long blockedTonight,
    Rate tonight,
    Rate fortnight,
    Rate quarter,
    @Nullable Instant reportedAt,
    boolean stale) {

  /**
   * What is taken of what can be had.
   *
   * @param percent absent where nothing can be had
   */
  record Rate(@Nullable Long percent) {

    static Rate of(long unitNights, Span span) {
      var usable = unitNights - span.blocked();
      return new Rate(usable <= 0 ? null : Math.min(100, span.taken() * 100 / usable));
    }

    /** One of five steps of one hue. */
    public String look() {
      return percent == null ? "blocked" : "heat-" + Math.min(5, 1 + percent / 20);
    }

    public String words() {
      return percent == null ? "–" : percent + "%";
    }
  }

  static Fill of(Line line, Locale locale) {
    var name = line.name();
    return new Fill(
        line.key(),
        name == null ? null : name.in(locale),
        line.units(),
        line.squareMetres(),
        line.squareMetresTaken(),
        line.tonight().taken(),
        line.tonight().blocked(),
        Rate.of(line.units(), line.tonight()),
        Rate.of(line.units() * 14L, line.fortnight()),
        Rate.of(line.units() * 90L, line.quarter()),
        line.reportedAt(),
        line.stale());
  }

  /** All lines together. */
  static Fill together(List<Line> lines) {
    var units = lines.stream().mapToInt(Line::units).sum();
    var tonight = sum(lines.stream().map(Line::tonight).toList());
    return new Fill(
        "",
        null,
        units,
        lines.stream().map(Line::squareMetres).reduce(BigDecimal.ZERO, BigDecimal::add),
        lines.stream().map(Line::squareMetresTaken).reduce(BigDecimal.ZERO, BigDecimal::add),
        tonight.taken(),
        tonight.blocked(),
        Rate.of(units, tonight),
        Rate.of(units * 14L, sum(lines.stream().map(Line::fortnight).toList())),
        Rate.of(units * 90L, sum(lines.stream().map(Line::quarter).toList())),
        null,
        lines.stream().anyMatch(Line::stale));
  }

  /** The parts of a key that has several. */
  public List<String> parts() {
    return List.of(key.split("\\|"));
  }

  private static Span sum(List<Span> spans) {
    return new Span(
        spans.stream().mapToLong(Span::taken).sum(), spans.stream().mapToLong(Span::blocked).sum());
  }
}
