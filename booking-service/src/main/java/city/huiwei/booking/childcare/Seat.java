package city.huiwei.booking.childcare;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A child in a class.
 *
 * @param child its application
 * @param leaves the first day on which it is too old for any class
 */
public record Seat(UUID child, LocalDate born, LocalDate leaves, ChildcareClass in) {

  /**
   * How it moves on and leaves, in order of the days. Where the site has no class for its age the
   * child leaves the site; a round may find it another.
   *
   * @param classes of any site
   */
  public List<AgeMove> moves(List<ChildcareClass> classes) {
    var moves = new ArrayList<AgeMove>();
    var now = in;
    while (now != null) {
      var day = now.ages().ends(born);
      var next = day.isBefore(leaves) ? next(classes, day).orElse(null) : null;
      moves.add(new AgeMove(child, day, now.pool(), next == null ? null : next.pool()));
      now = next;
    }
    return moves;
  }

  /** In which class it has its place on a day; nowhere once it has left. */
  public Optional<ChildcareClass> on(LocalDate day, List<ChildcareClass> classes) {
    return in.ages().ends(born).isAfter(day)
        ? Optional.of(in)
        : day.isBefore(leaves) ? next(classes, day) : Optional.empty();
  }

  /** Of several the one in which it can stay longest. */
  private Optional<ChildcareClass> next(List<ChildcareClass> classes, LocalDate day) {
    return classes.stream()
        .filter(each -> each.site().equals(in.site()) && each.ages().takes(born, day))
        .min(
            comparing((ChildcareClass each) -> -each.ages().toMonth())
                .thenComparing(ChildcareClass::pool));
  }
}
