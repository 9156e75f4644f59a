package city.huiwei.booking.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as who is told sees it.
 *
 * @param reference the application's
 * @param text in the reader's language
 * @param until the moment it is about, such as by when to answer
 * @param day the day it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeAnswer(
    UUID id,
    Notice.Kind kind,
    UUID application,
    String reference,
    String programme,
    Instant at,
    String text,
    @Nullable Instant until,
    @Nullable LocalDate day,
    boolean read) {

  static NoticeAnswer of(Told told, String text) {
    var notice = told.notice();
    return new NoticeAnswer(
        told.id(),
        notice.kind(),
        notice.application(),
        told.reference(),
        told.programme(),
        told.at(),
        text,
        notice.until(),
        notice.day(),
        told.isRead());
  }
}
