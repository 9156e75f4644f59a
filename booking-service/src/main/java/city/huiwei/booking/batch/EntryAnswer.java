package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.DrawnTicket;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as who made it sees it: the receipt.
 *
 * @param draw absent where it is not drawn, as {@code leaf}, {@code rank} and {@code number}
 * @param choices the text whose SHA-256 the ticket carries
 * @param leaf of the ticket in the list that will be frozen
 * @param rank once the draw is published
 * @param urgent absent where nobody said so, {@code WAITING} until a person has decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryAnswer(
    UUID id,
    String reference,
    UUID batch,
    Entry.State state,
    Entry.@Nullable Outcome outcome,
    String ticket,
    String category,
    int chances,
    String choices,
    String choicesHash,
    Entry.@Nullable Invitation invitation,
    @Nullable String draw,
    @Nullable String leaf,
    @Nullable Integer rank,
    @Nullable String number,
    @Nullable Urgent urgent,
    Instant enteredAt,
    List<RankedWish> wishes) {

  /** What a person said of its urgency. */
  enum Urgent {
    WAITING,
    GRANTED,
    DECLINED;

    static Urgent of(@Nullable Boolean granted) {
      return granted == null ? WAITING : granted ? GRANTED : DECLINED;
    }
  }

  static EntryAnswer of(
      Entry entry, @Nullable String draw, @Nullable DrawnTicket drawn, @Nullable Urgent urgent) {
    return new EntryAnswer(
        entry.id(),
        entry.reference(),
        entry.batch(),
        entry.state(),
        entry.outcome(),
        entry.ticket(),
        entry.category().code(),
        entry.chances(),
        ChoicesHash.text(entry.wishes()),
        entry.choicesHash(),
        entry.invitation(),
        draw,
        draw == null ? null : entry.drawn().leaf(draw).hex(),
        drawn == null ? null : drawn.rank(),
        drawn == null ? null : drawn.number().hex(),
        urgent,
        entry.enteredAt(),
        entry.wishes());
  }

  public boolean takesPart() {
    return state == Entry.State.ENTERED;
  }
}
