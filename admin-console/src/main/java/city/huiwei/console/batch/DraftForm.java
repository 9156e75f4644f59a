package city.huiwei.console.batch;

import city.huiwei.booking.contract.BatchDraft;
import city.huiwei.booking.contract.BatchDraft.DraftAllotment;
import city.huiwei.booking.contract.BatchDraft.DraftPart;
import city.huiwei.booking.contract.BatchDraft.DraftReserve;
import city.huiwei.booking.contract.ReserveOrder;
import city.huiwei.booking.contract.Way;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a draft as it was sent: fields by name, and the units of each pool under {@code
 * units-<pool>}. What cannot be read is left out, and the service says that it is missing.
 */
record DraftForm(Map<String, List<String>> typed, ZoneId city) {

  private static final String UNITS = "units-";

  /** What was typed, empty where nothing was. */
  public String value(String name) {
    return typed.getOrDefault(name, List.of("")).getFirst().strip();
  }

  public boolean says(String name, String value, boolean unlessTyped) {
    return typed.containsKey(name) ? value(name).equals(value) : unlessTyped;
  }

  BatchDraft draft() {
    var way = one(Way.values(), "way");
    var isDrawn = way == Way.DRAW;
    return new BatchDraft(
        value("nameZh"),
        value("nameEn"),
        way,
        moment("registerFrom"),
        moment("urgentUntil"),
        moment("registerUntil"),
        moment("drawAt"),
        moment("confirmUntil"),
        one(ReserveOrder.values(), "reserveOrder"),
        parts(),
        isDrawn ? reserves() : List.of(),
        allotments());
  }

  private List<DraftPart> parts() {
    return typed.keySet().stream()
        .filter(name -> name.startsWith(UNITS) && !value(name).isEmpty())
        .sorted()
        .map(name ->
            new DraftPart(name.substring(UNITS.length()), number(name), day("from"), day("to")))
        .toList();
  }

  private List<DraftReserve> reserves() {
    return Stream.of("urgent", "first-time", "this-year")
        .filter(category -> !value("reserve-" + category).isEmpty())
        .map(category -> new DraftReserve(category, number("reserve-" + category)))
        .toList();
  }

  /** One enterprise on the page; more over the API. */
  private List<DraftAllotment> allotments() {
    return value("allotmentName").isEmpty()
        ? List.of()
        : List.of(
            new DraftAllotment(
                value("allotmentName"),
                value("allotmentPool"),
                number("allotmentUnits"),
                number("allotmentPlaces")));
  }

  private <E extends Enum<E>> @Nullable E one(E[] values, String name) {
    return Stream.of(values).filter(each -> each.name().equals(value(name))).findAny().orElse(null);
  }

  private int number(String name) {
    return value(name).matches("[0-9]{1,6}") ? Integer.parseInt(value(name)) : 0;
  }

  private @Nullable LocalDate day(String name) {
    try {
      return LocalDate.parse(value(name));
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** As it is on the city's clocks. */
  private @Nullable Instant moment(String name) {
    try {
      return LocalDateTime.parse(value(name)).atZone(city).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
