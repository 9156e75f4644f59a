package city.huiwei.booking.agenda;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/** A calendar file (RFC 5545). */
record Agenda(List<Entry> entries) {

  private static final String PRODUCT = "-//Huiwei//Agenda//EN";
  private static final String DOMAIN = "@huiwei";

  /**
   * @param now when it is written
   */
  String file(Instant now) {
    var calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod("PUBLISH");
    entries.forEach(entry -> calendar.addEvent(event(entry, now)));
    return Biweekly.write(calendar).go();
  }

  private static VEvent event(Entry entry, Instant now) {
    var event = new VEvent();
    event.setUid(entry.id() + DOMAIN);
    event.setDateTimeStamp(Date.from(now));
    event.setSummary(entry.summary());
    event.setLocation(entry.place());
    event.setClassification(Classification.PRIVATE);
    event.setStatus(status(entry.certainty()));
    switch (entry.when()) {
      case Entry.When.Days(var from, var to) -> {
        event.setDateStart(new DateStart(date(from)));
        event.setDateEnd(new DateEnd(date(to)));
        // Whole days do not make anyone busy.
        event.setTransparency(true);
      }
      case Entry.When.Moment(var at) -> event.setDateStart(Date.from(at));
    }
    return event;
  }

  /** Of parts, not of an instant: a day is the same day wherever the calendar is read. */
  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  private static Status status(Entry.Certainty certainty) {
    return switch (certainty) {
      case SURE -> Status.confirmed();
      case NOT_YET -> Status.tentative();
      case CALLED_OFF -> Status.cancelled();
    };
  }
}
