package city.huiwei.booking.programme;

import city.huiwei.booking.ballot.Bytes;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SHA-256 of rules written as JSON with their names in order, so that a decision says which
 * rules it followed even where a version was forgotten to be raised.
 */
final class RulesHash {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private RulesHash() {}

  static String of(Object rules) {
    return Bytes.ofText(JSON.writeValueAsString(rules)).sha256().hex();
  }
}
