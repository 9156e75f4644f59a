package city.huiwei.ops.launcher;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One stay from the search to an early leave, as a graduate and a caseworker would have it. */
final class FirstStay {

  private final Settings settings;
  private final SampleCity sampleCity;

  FirstStay(Settings settings, SampleCity sampleCity) {
    this.settings = settings;
    this.sampleCity = sampleCity;
  }

  /** Says each step, and fails with the first answer that is not as it should be. */
  void live() {
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    var graduate = newGraduate();
    var place = freePlace(graduate, today, today.plusDays(3));
    var booking = book(graduate, place, today, today.plusDays(3));
    var staff = "caseworker-" + sampleCity.operatorOf(place.get("site").asString());
    var caseworker = Caller.named(staff, settings.signIn());
    var stay = settings.booking() + "/api/bookings/" + booking.get("id").asString();
    step(staff + " checks in", caseworker.put(stay + "/check-in"), "CHECKED_IN");
    step(staff + " notes the departure", caseworker.put(stay + "/departure"), "DEPARTED");
  }

  /** Somebody who has never booked here. */
  private Caller newGraduate() {
    while (true) {
      // A number that ends in 00 would be somebody without a verified graduation.
      var person = "graduate-" + ThreadLocalRandom.current().nextInt(1_000, 100_000) + "01";
      var graduate = Caller.named(person, settings.signIn());
      if (graduate.get(settings.booking() + "/api/bookings").get("items").isEmpty()) {
        Screen.say("smoke", person + " signs in");
        return graduate;
      }
    }
  }

  private JsonNode freePlace(Caller graduate, LocalDate from, LocalDate to) {
    var search =
        "%s/api/places?programme=graduate-housing&from=%s&to=%s"
            .formatted(settings.booking(), from, to);
    var places = graduate.get(search).get("items");
    var place =
        StreamSupport.stream(places.spliterator(), false)
            .filter(found -> found.get("free").asInt() > 0)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No place is free: " + places));
    Screen.say(
        "smoke",
        "finds %d kinds of rooms; %s has %d free"
            .formatted(places.size(), place.get("siteName").asString(), place.get("free").asInt()));
    return place;
  }

  private JsonNode book(Caller graduate, JsonNode place, LocalDate from, LocalDate to) {
    var wish =
        JsonMapper.shared()
            .createObjectNode()
            .put("pool", place.get("pool").asString())
            .put("from", from.toString())
            .put("to", to.toString());
    var booking = graduate.post(settings.booking() + "/api/bookings", wish);
    step("books from " + from + " to " + to, booking, "CONFIRMED");
    return booking;
  }

  private static void step(String what, JsonNode booking, String status) {
    if (!booking.get("status").asString().equals(status)) {
      throw new IllegalStateException(what + ": not " + status + " but " + booking);
    }
    Screen.say(
        "smoke", "%s: %s is %s".formatted(what, booking.get("reference").asString(), status));
  }
}
