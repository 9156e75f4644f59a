package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's registration for a batch.
 *
 * @param ticket all that is public of it
 * @param invitation absent for who stands in no enterprise's list
 * @param outcome absent until the batch is placed
 * @param wishes the dearest first
 */
public record Entry(
    UUID id,
    String reference,
    UUID batch,
    UUID account,
    String ticket,
    Category category,
    int chances,
    String choicesHash,
    @Nullable Invitation invitation,
    State state,
    @Nullable Outcome outcome,
    Instant enteredAt,
    List<RankedWish> wishes) {

  /** Whether it takes part. */
  public enum State {
    ENTERED,
    WITHDRAWN
  }

  /** What came of it; only who was not placed has one more chance the next time. */
  public enum Outcome {
    PLACED,
    NOT_PLACED,
    /** They had a place and did not want it. */
    DECLINED,
    /** They had a place and did not confirm it in time. */
    LAPSED
  }

  /** A place in an enterprise's own list. */
  public record Invitation(String allotment, int place) {}

  /** Whether it is drawn; who stands in a list comes in its order. */
  public boolean isDrawn() {
    return invitation == null;
  }

  /** As it stands in the draw. */
  Ticket drawn() {
    return new Ticket(ticket, category.code(), chances, choicesHash);
  }

  Entry enteredAt(Instant moment) {
    return new Entry(
        id,
        reference,
        batch,
        account,
        ticket,
        category,
        chances,
        choicesHash,
        invitation,
        state,
        outcome,
        moment,
        wishes);
  }

  Entry choosing(List<RankedWish> others) {
    return new Entry(
        id,
        reference,
        batch,
        account,
        ticket,
        category,
        chances,
        ChoicesHash.of(others),
        invitation,
        state,
        outcome,
        enteredAt,
        others);
  }

  @Override
  public String toString() {
    return reference;
  }
}
