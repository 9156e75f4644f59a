package city.huiwei.booking.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Notices in words. Who is signed in reads what it is; a message says no more than that there is
 * something, in both languages, for nobody has said which one they read.
 */
@Component
class Wording {

  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final MessageSource messages;
  private final NoticeSettings settings;
  private final ZoneId zone;

  Wording(MessageSource messages, NoticeSettings settings, Clock clock) {
    this.messages = messages;
    this.settings = settings;
    this.zone = clock.getZone();
  }

  /** For who is signed in. */
  String notice(Notice notice, Locale locale) {
    return said("notice." + notice.kind(), locale, about(notice, locale));
  }

  /** For anyone who may see it on its way, on a locked screen or over a shoulder. */
  Message message(Parcel parcel) {
    var key = "message." + parcel.notice().kind().weight();
    var subject = inAll(locale -> said(key + ".subject", locale, ""), " / ");
    var text = inAll(locale -> text(key, parcel, locale), "\n");
    return new Message(
        parcel.id().toString(),
        subject,
        parcel.channel() == Channel.SMS ? text : text + "\n\n" + foot(),
        parcel.now());
  }

  private String text(String key, Parcel parcel, Locale locale) {
    return messages.getMessage(
        key,
        new Object[] {
          parcel.reference(), about(parcel.notice(), locale), settings.pages() + "/notices"
        },
        locale);
  }

  private String foot() {
    return inAll(locale -> said("message.foot", locale, ""), "\n");
  }

  private static String inAll(Function<Locale, String> words, String between) {
    return LANGUAGES.stream().map(words).collect(Collectors.joining(between));
  }

  private String said(String key, Locale locale, String fact) {
    return messages.getMessage(key, new Object[] {fact}, locale);
  }

  private String about(Notice notice, Locale locale) {
    if (notice.until() != null) {
      return moment(notice.until(), locale);
    }
    return notice.day() == null ? "" : day(notice.day(), locale);
  }

  /** As a person says it: 12月1日 周二 18:00. */
  String moment(Instant moment, Locale locale) {
    return format("notices.moment", locale).format(moment.atZone(zone));
  }

  private String day(LocalDate day, Locale locale) {
    return format("look.day", locale).format(day);
  }

  private DateTimeFormatter format(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(messages.getMessage(pattern, null, locale), locale);
  }
}
