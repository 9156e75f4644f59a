package city.huiwei.booking.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch came to for one of its people: with the list, the rank and the cut-offs anyone can
 * see why.
 *
 * @param assignment absent for who has no room
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionAnswer(
    String ticket,
    String category,
    int rank,
    List<DecidedWish> wishes,
    List<Placement.CutOff> cutOffs,
    @Nullable AssignmentAnswer assignment) {

  /** A wish of their list, the dearest first, and what became of it. */
  record DecidedWish(String pool, LocalDate from, LocalDate to, Placement.Outcome outcome) {}
}
