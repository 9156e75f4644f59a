package city.huiwei.booking.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A room somebody got, as they see it.
 *
 * @param id of its booking too, once it is confirmed
 * @param wish which of their list it is, 1 for the dearest
 * @param reserved whether it is one of the rooms kept for their group
 * @param deadline until when it has to be confirmed
 */
record AssignmentAnswer(
    UUID id,
    UUID batch,
    String pool,
    String site,
    LocalDate from,
    LocalDate to,
    int rank,
    int wish,
    boolean reserved,
    Assignment.State state,
    Instant deadline) {

  public long nights() {
    return ChronoUnit.DAYS.between(from, to);
  }

  static AssignmentAnswer of(Assignment assignment) {
    var winner = assignment.winner();
    var lot = assignment.lot();
    return new AssignmentAnswer(
        assignment.id(),
        assignment.batch(),
        lot.stay().pool(),
        lot.site(),
        lot.stay().from(),
        lot.stay().to(),
        winner.rank(),
        winner.wish() + 1,
        winner.reserved(),
        assignment.state(),
        assignment.deadline());
  }
}
