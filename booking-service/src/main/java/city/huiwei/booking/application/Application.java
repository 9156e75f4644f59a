package city.huiwei.booking.application;

import city.huiwei.booking.form.Answers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a party asks of a programme, as it is stored; who it is for stands in {@link Dossier} alone.
 *
 * @param account whose it is; absent when it came in on paper from somebody without one
 * @param helper who may act for it besides
 * @param operator whose staff check it
 * @param version raised by every change
 * @param sealed the dossier, encrypted
 * @param need what a place must have; absent until it is queued
 * @param since when it was sent; absent while it is a draft
 * @param standing what ranks it; absent until it is queued
 * @param reasons codes of why it was refused
 */
public record Application(
    UUID id,
    String reference,
    String programme,
    @Nullable UUID account,
    @Nullable UUID helper,
    String operator,
    Channel channel,
    ApplicationState state,
    int version,
    byte[] sealed,
    @Nullable Answers need,
    @Nullable Instant since,
    @Nullable Standing standing,
    List<String> reasons,
    String rulesVersion,
    Instant createdAt,
    Instant changedAt) {

  /**
   * What ranks it.
   *
   * @param ranking all of it as one text; what comes first in byte order comes first
   */
  public record Standing(int category, int points, Instant since, String ranking) {}

  /** Whether this account may see and answer for it. */
  boolean isOf(UUID who) {
    return who.equals(account) || who.equals(helper);
  }

  @Override
  public String toString() {
    return reference + " " + state;
  }
}
