package city.huiwei.booking.batch;

import city.huiwei.booking.ballot.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody registers.
 *
 * @param wishes the dearest first
 * @param invitation the code an enterprise gave them, if one did
 * @param urgency why it is urgent, if it is
 */
record EntryRequest(List<AskedWish> wishes, @Nullable String invitation, @Nullable String urgency) {

  EntryRequest {
    wishes = wishes == null ? List.of() : wishes;
  }

  /**
   * A wish as it was sent.
   *
   * @param slackDays none when absent
   * @param leastNights all of them when absent
   */
  record AskedWish(
      @Nullable String pool,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Integer slackDays,
      @Nullable Integer leastNights) {

    boolean isWhole() {
      return pool != null && from != null && to != null;
    }
  }

  /** Of everything in it, so that the same key again is known to mean the same. */
  String hash() {
    var wished = wishes.stream().map(AskedWish::toString).collect(Collectors.joining("\n"));
    return Bytes.ofText(wished + "\n" + invitation + "\n" + urgency).sha256().hex();
  }

  @Override
  public String toString() {
    return wishes.size() + " wishes";
  }
}
