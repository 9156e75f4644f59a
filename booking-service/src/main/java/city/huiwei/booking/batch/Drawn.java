package city.huiwei.booking.batch;

import static java.util.Objects.requireNonNull;

import city.huiwei.booking.ballot.Round;
import city.huiwei.booking.draw.Announcement;
import java.util.List;

/** What is announced of the draw of a batch. */
final class Drawn {

  private Drawn() {}

  /**
   * @param beacon the round whose value nobody here controls
   * @throws NullPointerException for a batch that is not given by draw
   */
  static Announcement of(Batch batch, Round beacon) {
    var schedule = requireNonNull(batch.schedule());
    return new Announcement(
        id(batch),
        Announcement.Kind.BATCH,
        batch.id(),
        batch.operator(),
        batch.rulesVersion(),
        batch.units() - batch.allotted(),
        reserves(batch),
        batch.reserveOrder(),
        schedule.registerUntil(),
        requireNonNull(schedule.drawAt()),
        beacon,
        null);
  }

  /** It begins with the programme, so that whoever reads it knows what was drawn. */
  static String id(Batch batch) {
    return batch.programme() + "-" + batch.id();
  }

  private static List<Announcement.Reserve> reserves(Batch batch) {
    return batch.reserves().stream()
        .map(reserve -> new Announcement.Reserve(reserve.category().code(), reserve.units()))
        .toList();
  }
}
