package city.huiwei.booking.batch;

import static city.huiwei.booking.TestCity.today;
import static city.huiwei.booking.application.Families.body;

import city.huiwei.booking.TestCity;
import city.huiwei.edge.testing.Statements;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What staff and graduates do with batches of a test city, over the API. */
record Desk(TestCity city) {

  static final String CLERK = "caseworker-op-home";
  static final String MANAGER = "manager-op-home";

  /** A batch by draw of so many studios for nights so many days from now, with reserves. */
  static Map<String, Object> drawn(int units, int from, int to) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("nameZh", "一月批次");
    draft.put("nameEn", "January");
    draft.put("way", "DRAW");
    draft.put("registerFrom", hours(1));
    draft.put("urgentUntil", hours(24));
    draft.put("registerUntil", hours(72));
    draft.put("drawAt", hours(96));
    draft.put("confirmUntil", hours(120));
    draft.put("reserveOrder", "MINIMUM_GUARANTEE");
    draft.put("parts", List.of(part(TestCity.POOL, units, from, to)));
    draft.put(
        "reserves",
        List.of(
            Map.of("category", "urgent", "units", 1),
            Map.of("category", "first-time", "units", 2)));
    return draft;
  }

  static Map<String, Object> part(String pool, int units, int from, int to) {
    return Map.of(
        "pool", pool, "units", units, "from", today().plusDays(from), "to", today().plusDays(to));
  }

  static Map<String, Object> wish(String pool, int from, int to) {
    return Map.of("pool", pool, "from", today().plusDays(from), "to", today().plusDays(to));
  }

  ResponseSpec draft(Map<String, Object> draft) {
    return city.client(CLERK).post().uri("/api/operator/batches").bodyValue(draft).exchange();
  }

  /** The id of a draft that nothing is wrong with. */
  String drafted(Map<String, Object> draft) {
    return body(draft(draft).expectStatus().isOk()).at("/file/batch/id").asString();
  }

  ResponseSpec release(String person, String batch) {
    return city.client(person).put().uri("/api/operator/batches/{batch}/release", batch).exchange();
  }

  /** The id of a batch that is released and in whose window we are. */
  String open(Map<String, Object> draft) {
    var batch = drafted(draft);
    release(MANAGER, batch).expectStatus().isOk();
    Statements.run(
        city.bookingDatabase(),
        "update batch set register_from = now() - interval '1 minute' where batch = '%s'"
            .formatted(batch));
    return batch;
  }

  /** Registration is over. */
  void shut(String batch) {
    Statements.run(
        city.bookingDatabase(),
        """
        update batch set register_from = now() - interval '3 days',
          urgent_until = now() - interval '2 days', register_until = now() - interval '1 minute'
        where batch = '%s'
        """
            .formatted(batch));
  }

  ResponseSpec enter(String person, String batch, String key, Object... wishes) {
    return send(person, batch, key, Map.of("wishes", List.of(wishes)));
  }

  ResponseSpec send(String person, String batch, String key, Map<String, Object> request) {
    return city.client(person)
        .post()
        .uri("/api/batches/{batch}/entries", batch)
        .header("Idempotency-Key", key)
        .bodyValue(request)
        .exchange();
  }

  ResponseSpec mine(String person, String batch) {
    return city.client(person).get().uri("/api/batches/{batch}/entries/mine", batch).exchange();
  }

  ResponseSpec put(String person, String batch, String entry, String what, Object... wishes) {
    return city.client(person)
        .put()
        .uri("/api/batches/{batch}/entries/{entry}/{what}", batch, entry, what)
        .bodyValue(Map.of("wishes", List.of(wishes)))
        .exchange();
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  private static Instant hours(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS);
  }
}
