package city.huiwei.ops.launcher;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The city's rooms for graduates, as tests look for them. */
record Rooms(SharedCity city) {

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  /** The kind of room of which there are fewest, among those with any free. */
  JsonNode scarcest(LocalDate from, LocalDate to) {
    return free(from, to).stream()
        .min(Comparator.comparing(place -> place.get("units").asInt()))
        .orElseThrow();
  }

  JsonNode mostPlentiful(LocalDate from, LocalDate to) {
    return free(from, to).stream()
        .max(Comparator.comparing(place -> place.get("units").asInt()))
        .orElseThrow();
  }

  /** Books over the API, as another channel would. */
  JsonNode book(String person, String pool, LocalDate from, LocalDate to) {
    return city.caller(person).post(city.booking() + "/api/bookings", wish(pool, from, to));
  }

  static JsonNode wish(String pool, LocalDate from, LocalDate to) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("pool", pool)
        .put("from", from.toString())
        .put("to", to.toString());
  }

  private List<JsonNode> free(LocalDate from, LocalDate to) {
    var search =
        "%s/api/places?programme=graduate-housing&limit=100&from=%s&to=%s"
            .formatted(city.booking(), from, to);
    var places = city.caller("graduate-00001").get(search).get("items");
    return StreamSupport.stream(places.spliterator(), false)
        .filter(place -> place.get("free").asInt() > 0)
        .toList();
  }
}
