package city.huiwei.console.draw;

import city.huiwei.booking.contract.DrawDesk.DrawFile;
import city.huiwei.booking.contract.DrawDesk.Replacement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the form for a draw in the place of a broken one says, in the city's time.
 *
 * @param draw its own id
 * @param round of the beacon, as {@code none}, {@code drand/<chain>/<round>} or {@code nist/<time>}
 */
record Another(
    @Nullable String draw,
    @Nullable LocalDateTime closes,
    @Nullable LocalDateTime drawsAt,
    @Nullable String round) {

  private static final Pattern NUMBERED = Pattern.compile("(.*)-draw-(\\d{1,3})");

  /**
   * A day for the list to be looked at again, another for the witnesses to come. A beacon's round
   * is another one then and has to be named.
   */
  static Another of(DrawFile broken, LocalDate today) {
    var noon = today.plusDays(1).atTime(12, 0);
    return new Another(
        next(broken.line().draw()),
        noon,
        noon.plusDays(1),
        "none".equals(broken.round()) ? broken.round() : "");
  }

  /** The second draw of an id is {@code id-draw-2}, the third {@code id-draw-3}. */
  static String next(String draw) {
    var numbered = NUMBERED.matcher(draw);
    return numbered.matches()
        ? numbered.group(1) + "-draw-" + (Integer.parseInt(numbered.group(2)) + 1)
        : draw + "-draw-2";
  }

  /** Empty while something is missing. */
  Optional<Replacement> replacement(ZoneId zone) {
    return draw == null || closes == null || drawsAt == null || round == null
        ? Optional.empty()
        : Optional.of(
            new Replacement(
                draw.strip(),
                closes.atZone(zone).toInstant(),
                drawsAt.atZone(zone).toInstant(),
                round.strip()));
  }
}
