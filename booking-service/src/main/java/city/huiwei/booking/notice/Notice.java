package city.huiwei.booking.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are told of an application. Nothing in it names a person.
 *
 * @param until the moment it is about: by when to answer, to object, to be answered
 * @param day the day it is about
 */
public record Notice(
    Kind kind, UUID application, @Nullable Instant until, @Nullable LocalDate day) {

  /** What there is to tell. Its words, for who is signed in, are the message {@code notice.…}. */
  public enum Kind {
    APPLICATION_RECEIVED(Weight.NEWS, Fact.NONE),
    APPLICATION_QUEUED(Weight.ANSWER, Fact.NONE),
    APPLICATION_REFUSED(Weight.ANSWER, Fact.MOMENT),
    /** It was found to be the same party's as an older one, which goes on. */
    APPLICATION_JOINED(Weight.ANSWER, Fact.NONE),
    APPLICATION_DORMANT(Weight.TASK, Fact.NONE),
    PAPERS_ASKED(Weight.TASK, Fact.NONE),
    OFFER_MADE(Weight.DEADLINE, Fact.MOMENT),
    OFFER_ENDING(Weight.DEADLINE, Fact.MOMENT),
    /** Nobody answered; the application waits on. */
    OFFER_LAPSED(Weight.ANSWER, Fact.NONE),
    /** The place that was taken could not be made firm; the application waits on. */
    OFFER_GONE(Weight.ANSWER, Fact.NONE),
    PLACE_BOOKED(Weight.ANSWER, Fact.NONE),
    APPEAL_RECEIVED(Weight.NEWS, Fact.MOMENT),
    APPEAL_OVERDUE(Weight.NEWS, Fact.NONE),
    APPEAL_ANSWERED(Weight.ANSWER, Fact.NONE),
    RESULT_PUBLISHED(Weight.NEWS, Fact.DAY),
    AGREEMENT_SIGNED(Weight.NEWS, Fact.NONE),
    MOVED_IN(Weight.NEWS, Fact.NONE),
    /** A reassessment of abilities, or a yearly check, and the day of the next. */
    CHECKED(Weight.NEWS, Fact.DAY),
    CHECK_DUE(Weight.TASK, Fact.DAY),
    /** The place does not suit any more. */
    ANOTHER_NEEDED(Weight.ANSWER, Fact.NONE),
    LEAVE_BEGUN(Weight.NEWS, Fact.DAY),
    LEAVE_ENDING(Weight.TASK, Fact.DAY),
    RENEWED(Weight.NEWS, Fact.NONE),
    END_NOTED(Weight.NEWS, Fact.DAY),
    PLACE_LEFT(Weight.NEWS, Fact.NONE);

    private final Weight weight;
    private final Fact fact;

    Kind(Weight weight, Fact fact) {
      this.weight = weight;
      this.fact = fact;
    }

    Weight weight() {
      return weight;
    }
  }

  /**
   * How much it matters. A message says no more than this, so that whoever looks over a shoulder
   * learns nothing.
   */
  enum Weight {
    NEWS,
    ANSWER,
    TASK,
    DEADLINE;

    /** Whether it is worth a short message. */
    boolean isUrgent() {
      return this != NEWS;
    }
  }

  private enum Fact {
    NONE,
    MOMENT,
    DAY
  }

  public Notice {
    if ((until != null) != (kind.fact == Fact.MOMENT) || (day != null) != (kind.fact == Fact.DAY)) {
      throw new IllegalArgumentException(kind + " lacks its fact, or has one too many");
    }
  }

  public static Notice of(Kind kind, UUID application) {
    return new Notice(kind, application, null, null);
  }

  public static Notice of(Kind kind, UUID application, Instant until) {
    return new Notice(kind, application, until, null);
  }

  public static Notice of(Kind kind, UUID application, LocalDate day) {
    return new Notice(kind, application, null, day);
  }
}
